// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "ui/style/theme.h"

#include <QImage>
#include <QSizeF>

#include <filesystem>
#include <string>

class QPainter;

namespace sekisho {

struct Design;

namespace canvas {

/// What a picture of a design looks like. The language is that of ui/style.
struct PictureOptions {
    style::Variant theme = style::Variant::Light;
    double scale = 1;         ///< 1: a tile is 52 pixels
    bool transparent = false; ///< no ground under the drawing
    std::string title;        ///< of the document; the design's project if empty
};

/// Writes the drawing of a design as a file, wholly or not at all. The suffix says how: .svg with text that
/// can be searched, .pdf of one page with its fonts in it, .png in pixels. Needs a QApplication; the platform
/// "offscreen" will do. The same design gives the same bytes.
/// Errors: picture_format (another suffix), picture_too_large, picture_failed, and those of replaceFile().
[[nodiscard]] Result<void> savePicture(const Design& design, const std::filesystem::path& path,
                                       const PictureOptions& options = {});

/// How large the drawing is at scale 1.
QSizeF pictureSize(const Design& design);

/// The same for a printer or another painter, as large as fits into `target`, in its middle at the top. Text
/// stays text where the painter knows such.
void paintPicture(const Design& design, QPainter& painter, const QRectF& target,
                  const PictureOptions& options = {});

/// The same as an image, for the clipboard.
[[nodiscard]] Result<QImage> pictureOf(const Design& design, const PictureOptions& options = {});

} // namespace canvas
} // namespace sekisho
