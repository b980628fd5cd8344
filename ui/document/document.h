// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <cstdint>
#include <filesystem>
#include <memory>

namespace sekisho {

struct ChangeSet;
struct Delta;
struct Design;
struct Network;
class ApplyDelta;

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

    std::unique_ptr<Design> m_design;
    QUndoStack* m_stack = nullptr;
    std::filesystem::path m_path;
    QString m_name;
    Diagnostics m_remarks;
};

} // namespace sekisho
