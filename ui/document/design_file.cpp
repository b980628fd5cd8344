// SPDX-License-Identifier: Apache-2.0
#include "ui/document/design_file.h"

#include "core/format/json_text.h"

namespace sekisho {

Result<format::Loaded> loadDesign(const std::filesystem::path& path) {
    const Result<std::string> bytes = readFile(path, format::maxFileSize);
    if (!bytes) return fail(bytes.error());
    if (bytes->empty()) return fail(Code::read_empty, {{"path", path.string()}});
    return format::readDesign(*bytes);
}

Result<void> saveDesign(const std::filesystem::path& path, const Design& design, const FaultHook& hook) {
    return replaceFile(path, format::writeDesign(design), hook);
}

} // namespace sekisho
