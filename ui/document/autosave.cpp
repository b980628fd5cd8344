// SPDX-License-Identifier: Apache-2.0
#include "ui/document/autosave.h"

#include "ui/document/document.h"

#include <algorithm>

namespace sekisho {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

Autosave::Autosave(Document& document, std::filesystem::path folder, QObject* parent)
    : QObject(parent), m_document(document), m_sidecar(std::make_shared<Sidecar>(std::move(folder))) {
    m_worker.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::write);
    connect(&m_document, &Document::changed, this, &Autosave::changed);
    connect(&m_document, &Document::replaced, this, &Autosave::drop);
    connect(&m_document, &Document::saved, this, &Autosave::drop);
    connect(&m_document, &Document::modifiedChanged, this, [this](bool modified) {
        if (!modified) drop();
    });
}

Autosave::~Autosave() {
    m_worker.waitForDone();
}

void Autosave::setDelays(milliseconds quiet, milliseconds longest) {
    m_quiet = quiet;
    m_longest = longest;
}

void Autosave::changed() {
    // Whether the design is modified the history knows only after this.
    const auto now = steady_clock::now();
    if (!m_timer.isActive()) m_since = now;
    const auto left = std::chrono::duration_cast<milliseconds>(m_since + m_longest - now);
    m_timer.start(std::clamp(left, milliseconds(0), m_quiet));
}

void Autosave::write() {
    if (!m_document.isModified()) return;
    if (m_writing) {
        // The disk is slow: again when it is through.
        m_timer.start(m_quiet);
        return;
    }
    m_writing = m_begun = true;
    UnsavedOf of{m_document.path(), m_document.displayName().toStdString()};
    // The copy shares all with the design; this thread goes on editing.
    m_worker.start([this, sidecar = m_sidecar, of = std::move(of), design = m_document.design(),
                    round = m_round] {
        Result<void> result = sidecar->write(of, design);
        QMetaObject::invokeMethod(
            this,
            [this, round, result = std::move(result), path = sidecar->path()] { done(round, result, path); },
            Qt::QueuedConnection);
    });
}

void Autosave::done(int round, const Result<void>& result, const std::filesystem::path& path) {
    m_writing = false;
    if (round != m_round) return; // dropped meanwhile
    m_path = path;
    if (result) {
        m_hasFailed = false;
        emit written();
    } else if (!m_hasFailed) {
        m_hasFailed = true;
        emit failed(result.error());
    }
}

void Autosave::drop() {
    m_timer.stop();
    if (!m_begun) return;
    m_begun = false;
    ++m_round;
    m_path.clear();
    m_worker.start([sidecar = m_sidecar] { sidecar->remove(); });
}

void Autosave::adopt(const Leftover& leftover, FileHold hold) {
    m_path = leftover.sidecar;
    m_begun = true;
    m_worker.start([sidecar = m_sidecar, path = leftover.sidecar, hold = std::move(hold)] {
        sidecar->adopt(path, hold);
    });
}

void Autosave::finish() {
    drop();
    wait();
}

void Autosave::wait() {
    m_worker.waitForDone();
}

} // namespace sekisho
