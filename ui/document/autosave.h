// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/document/sidecar.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <memory>

namespace sekisho {

class Document;

/// Keeps the sidecar of the open design up to date: written soon after an edit, by a thread of its own, and
/// removed when the design is saved, is as it was saved, or makes way for another one. The design's own file
/// is never touched, and without an edit nothing is written.
class Autosave : public QObject {
    Q_OBJECT
public:
    /// `folder`: for what cannot wait beside its file; see Sidecar.
    Autosave(Document& document, std::filesystem::path folder, QObject* parent = nullptr);
    /// Waits for a write that is under way, and leaves the sidecar: only finish() is an orderly end.
    ~Autosave() override;

    /// An edit is written `quiet` after the last one, and `longest` after the first at the latest.
    void setDelays(std::chrono::milliseconds quiet, std::chrono::milliseconds longest);

    /// The recovered design goes on living in the sidecar it came from.
    void adopt(const Leftover& leftover, FileHold hold);
    /// The design is left for good, saved or not: removes the sidecar and waits until it is gone.
    void finish();
    /// Waits until everything that was begun is done.
    void wait();

    /// Where the last write went; empty while there is no sidecar.
    const std::filesystem::path& path() const { return m_path; }

signals:
    /// The sidecar has been written.
    void written();
    /// It could not be written, and why. Once, until it could be again.
    void failed(const sekisho::Diagnostic& reason);

private:
    void changed();
    void write();
    void drop();
    void done(int round, const Result<void>& result, const std::filesystem::path& path);

    Document& m_document;
    /// In tasks of m_worker alone.
    std::shared_ptr<Sidecar> m_sidecar;
    QThreadPool m_worker; // one thread: what is begun is done in order
    QTimer m_timer;
    std::chrono::milliseconds m_quiet{1000}, m_longest{3000};
    std::chrono::steady_clock::time_point m_since; ///< of the first edit that is not written
    std::filesystem::path m_path;
    int m_round = 0;      ///< counts the sidecars that were dropped
    bool m_begun = false; ///< there may be a sidecar
    bool m_writing = false;
    bool m_hasFailed = false;
};

} // namespace sekisho
