// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/fragment.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QMimeData;

/// Nodes on the clipboard: JSON, spelled as in a .sekisho file.
namespace sekisho::canvas {

inline constexpr const char* fragmentMimeType = "application/x-sekisho-nodes+json";

struct ClipboardContent {
    Fragment fragment;
    /// Names the open design it was taken from, for this run of the program.
    QString origin;
};

/// Under our own type, and as plain text for what does not know it.
std::unique_ptr<QMimeData> toMimeData(const ClipboardContent& content);
/// Nothing for what is none of ours, or damaged.
std::optional<ClipboardContent> fromMimeData(const QMimeData* data);

QByteArray toJsonText(const ClipboardContent& content);
std::optional<ClipboardContent> fromJsonText(const QByteArray& text);

} // namespace sekisho::canvas
