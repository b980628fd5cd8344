// SPDX-License-Identifier: Apache-2.0
#include "ui/document/document.h"

#include "core/model/delta.h"
#include "core/model/replay.h"
#include "ui/document/design_file.h"

#include <QUndoCommand>

#include <cassert>
#include <optional>

namespace sekisho {

/// The one undo command: a delta is its own inverse's inverse.
class ApplyDelta : public QUndoCommand {
public:
    ApplyDelta(Document& document, const QString& text, Delta delta, Applied made, Gesture gesture)
        : QUndoCommand(text), m_document(document), m_delta(std::move(delta)), m_made(std::move(made)),
          m_gesture(gesture) {}

    void redo() override {
        if (m_made) {
            // The first time: what edit() has tried is at hand.
            Applied made = std::move(*m_made);
            m_made.reset();
            *m_document.m_design = std::move(made.design);
            emit m_document.changed(made.changes);
            return;
        }
        m_document.apply(m_delta).or_else([](const Diagnostic&) { assert(false); });
    }
    void undo() override {
        m_document.apply(m_delta.inverse()).or_else([](const Diagnostic&) { assert(false); });
        // The stack drops what is obsolete after its undo.
        if (m_cancelled) setObsolete(true);
    }

    // One id for all: mergeWith() decides by the gesture.
    int id() const override { return m_gesture == 0 ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto& next = static_cast<const ApplyDelta&>(*other);
        if (next.m_gesture != m_gesture) return false;
        m_delta.append(next.m_delta);
        setText(next.text());
        return true;
    }

    Gesture gesture() const { return m_gesture; }
    void cancel() const { m_cancelled = true; }

private:
    Document& m_document;
    Delta m_delta;
    std::optional<Applied> m_made; ///< until it is the document's
    Gesture m_gesture;
    mutable bool m_cancelled = false; // the stack hands out its commands const
};

namespace {

/// What a delta touches, whether or not it can be applied: a file may hold references that lead nowhere.
ChangeSet touched(const Delta& delta) {
    ChangeSet changes;
    for (const auto& change : delta.nodes)
        changes.nodes.push_back(change.key);
    for (const auto& change : delta.sets)
        changes.sets.push_back(change.key);
    for (const auto& change : delta.boxes)
        changes.boxes.push_back(change.key);
    changes.foreign = !delta.foreign.empty();
    changes.moved = delta.moved.has_value();
    changes.settings = delta.settings.has_value();
    changes.notes = delta.notes.has_value();
    return changes;
}

/// Of the file at the end of the links; none if there is no regular file.
std::optional<FileFacts> factsOf(const std::filesystem::path& path) {
    std::error_code error;
    const auto target = std::filesystem::canonical(path, error);
    if (error) return std::nullopt;
    const auto folder = FolderHandle::open(target.parent_path());
    if (!folder) return std::nullopt;
    const auto facts = folder->facts(target.filename().string());
    if (!facts || facts->kind != FileKind::Regular) return std::nullopt;
    return *facts;
}

bool isSameFile(const std::filesystem::path& one, const std::filesystem::path& other) {
    std::error_code error;
    return one == other || (!one.empty() && std::filesystem::equivalent(one, other, error));
}

} // namespace

Document::Document(QObject* parent)
    : QObject(parent), m_design(std::make_unique<Design>()), m_stack(new QUndoStack(this)) {
    connect(m_stack, &QUndoStack::cleanChanged, this, [this](bool clean) { emit modifiedChanged(!clean); });
}

Document::~Document() {
    // The stack tells of its end (its index changes), when this is no document any more.
    m_stack->disconnect();
}

const Design& Document::design() const {
    return *m_design;
}

const Network& Document::network() const {
    return m_design->network;
}

bool Document::edit(const QString& text, const Result<Delta>& delta, Gesture gesture) {
    if (!delta) {
        emit refused(delta.error());
        return false;
    }
    if (delta->empty()) return true;
    // Tried on a copy: a command that cannot be carried out must not enter the history.
    auto made = applied(*m_design, *delta);
    if (!made) {
        emit refused(made.error());
        return false;
    }
    m_stack->push(new ApplyDelta(*this, text, *delta, std::move(*made), gesture));
    return true;
}

Gesture Document::newGesture() {
    static Gesture last = 0;
    return ++last;
}

void Document::cancelGesture(Gesture gesture) {
    if (gesture == 0 || m_stack->index() == 0) return;
    const auto* top = static_cast<const ApplyDelta*>(m_stack->command(m_stack->index() - 1));
    if (top->gesture() != gesture) return;
    top->cancel();
    m_stack->undo();
}

Result<void> Document::apply(const Delta& delta) {
    // edit() has judged it; undo must bring back even what no edit could make.
    const auto changes = replay(*m_design, delta);
    if (!changes) return fail(changes.error());
    emit changed(*changes);
    return {};
}

QString Document::displayName() const {
    return m_path.empty() ? m_name : QString::fromStdString(m_path.filename().string());
}

void Document::start(Design design, const QString& name) {
    const ChangeSet changes = touched(difference(*m_design, design));
    *m_design = std::move(design);
    m_path.clear();
    m_name = name;
    m_remarks.clear();
    m_saved.reset();
    m_seen.reset();
    m_stack->clear();
    emit replaced();
    emit changed(changes);
    emit pathChanged();
    emit modifiedChanged(false);
}

Result<void> Document::open(const std::filesystem::path& path) {
    const auto before = factsOf(path);
    auto loaded = loadDesign(path);
    if (!loaded) return fail(loaded.error());
    start(std::move(loaded->design), QString());
    setPath(path);
    m_saved = std::make_unique<Design>(*m_design);
    m_seen = before;
    m_remarks = std::move(loaded->diagnostics);
    emit pathChanged();
    emit saved();
    return {};
}

Result<void> Document::save(const std::filesystem::path& path) {
    if (auto written = saveDesign(path, *m_design); !written) return fail(written.error());
    setPath(path);
    noteSaved();
    m_stack->setClean();
    emit pathChanged();
    emit saved();
    return {};
}

void Document::setPath(const std::filesystem::path& path) {
    std::error_code unknown;
    const auto absolute = std::filesystem::absolute(path, unknown);
    m_path = unknown ? path : absolute;
}

void Document::noteSaved() {
    m_saved = std::make_unique<Design>(*m_design);
    m_seen = factsOf(m_path);
}

void Document::stepTo(const QString& text, Design design) {
    Delta delta = difference(*m_design, design);
    if (delta.empty()) return;
    Applied made{std::move(design), touched(delta)};
    m_stack->push(new ApplyDelta(*this, text, std::move(delta), std::move(made), 0));
}

void Document::recover(Design design, const std::filesystem::path& file, const QString& name,
                       const QString& text) {
    if (!file.empty() && (isSameFile(m_path, file) || open(file))) {
        stepTo(text, std::move(design));
        return;
    }
    start(std::move(design), name);
    if (!file.empty()) {
        setPath(file);
        emit pathChanged();
    }
    m_stack->resetClean();
}

DiskState Document::diskState() {
    if (!m_seen) return DiskState::Same; // there is no file, or there was none to see
    const auto now = factsOf(m_path);
    if (now == m_seen) return DiskState::Same;
    if (!now) return DiskState::Gone;
    const auto there = loadDesign(m_path);
    if (!there) return there.error().code == Code::read_missing ? DiskState::Gone : DiskState::Unreadable;
    if (there->design != *m_saved) return DiskState::Changed;
    m_seen = now;
    return DiskState::Same;
}

Result<void> Document::reload(const QString& text) {
    const auto before = factsOf(m_path);
    auto loaded = loadDesign(m_path);
    if (!loaded) return fail(loaded.error());
    stepTo(text, std::move(loaded->design));
    m_saved = std::make_unique<Design>(*m_design);
    m_seen = before;
    m_remarks = std::move(loaded->diagnostics);
    m_stack->setClean();
    emit saved();
    return {};
}

void Document::keepMine() {
    m_seen = factsOf(m_path);
    m_stack->resetClean();
}

} // namespace sekisho
