// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "ui/document/file_ops.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

namespace sekisho {

struct ChangeSet;
struct Delta;
struct Design;
struct Network;
class ApplyDelta;

/// What has become of the open design's file since it was read or written last.
enum class DiskState : std::uint8_t {
    Same,
    Gone,       ///< there is no such file any more
    Changed,    ///< it holds another design
    Unreadable, ///< or something that cannot be read as one
};

/// What one drag, one typed word or one turn of a wheel is: edits of the same gesture become one step of
/// undo. 0: each edit is a step of its own.
using Gesture = std::uint64_t;

/// The open design and its history. The only way to change the design is edit(); whoever shows something of
/// it listens to changed(), which comes alike for doing, undoing, redoing, opening and starting anew. Views
/// hold ids, never pointers into the design.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr); ///< an empty design without a file
    ~Document() override;

    const Design& design() const;
    const Network& network() const;

    /// Makes the edit one step of undo named `text` ("Add rule"), joined to the step before it if both are of
    /// one `gesture`. An edit that changes nothing makes no step. Where the edit could not be made (`delta`
    /// holds a Diagnostic, or the design has changed meanwhile) nothing changes, refused() is emitted and
    /// false returned.
    bool edit(const QString& text, const Result<Delta>& delta, Gesture gesture = 0);
    /// A gesture that no other has.
    static Gesture newGesture();
    /// Takes back what the gesture has done so far, without leaving a step to redo (Esc in the middle of a
    /// drag).
    void cancelGesture(Gesture gesture);

    QUndoStack* undoStack() { return m_stack; }

    // --- The file
    /// The file that save() writes; empty if there is none yet.
    const std::filesystem::path& path() const { return m_path; }
    /// "shop.sekisho", or the name of a new design that was not saved yet.
    QString displayName() const;
    bool isModified() const { return !m_stack->isClean(); }

    /// Takes the design in place of the present one, with an empty history. `name` is shown until it is
    /// saved.
    void start(Design design, const QString& name);
    /// Reads a file. On an error the present design stays as it is. What was odd in the file: loadRemarks().
    [[nodiscard]] Result<void> open(const std::filesystem::path& path);
    /// Writes to `path`, which then is path(). On an error nothing is lost: the old file stays.
    [[nodiscard]] Result<void> save(const std::filesystem::path& path);
    const Diagnostics& loadRemarks() const { return m_remarks; }

    /// Takes unsaved changes that a crash left behind. Those of the file `file` become one step of undo on
    /// it, named `text`, so that what was saved can be had back; where there is no such file any more, or
    /// there never was one (then `name` is shown), the design starts anew. It is modified in any case.
    void recover(Design design, const std::filesystem::path& file, const QString& name, const QString& text);

    /// Cheap while nobody has touched the file. A file that was written anew with the same design is Same.
    DiskState diskState();
    /// Reads the file again, as one step of undo named `text`; after it the design is not modified.
    [[nodiscard]] Result<void> reload(const QString& text);
    /// What is in the file now, if anything, is to be overwritten by the next save and no longer counts as a
    /// change; the design is modified, since it is not what the file holds.
    void keepMine();

signals:
    /// The design has changed as `changes` says; when another design was opened it names all that differs.
    void changed(const sekisho::ChangeSet& changes);
    /// Another design is there (before its changed()): forget selections, positions, results.
    void replaced();
    /// An edit was not made, and why.
    void refused(const sekisho::Diagnostic& reason);
    void modifiedChanged(bool modified);
    void pathChanged();
    /// After save(): the design on disk is the present one.
    void saved();

private:
    friend class ApplyDelta;
    Result<void> apply(const Delta& delta);
    /// One step to another design, whatever it holds.
    void stepTo(const QString& text, Design design);
    void setPath(const std::filesystem::path& path);
    void noteSaved();

    std::unique_ptr<Design> m_design;
    QUndoStack* m_stack = nullptr;
    std::filesystem::path m_path;
    QString m_name;
    Diagnostics m_remarks;
    std::unique_ptr<Design> m_saved; ///< what the file held when it was read or written last
    std::optional<FileFacts> m_seen; ///< and the file itself
};

} // namespace sekisho
