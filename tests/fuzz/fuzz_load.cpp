// SPDX-License-Identifier: Apache-2.0
#include "core/format/codec.h"

#include <cstdint>
#include <cstdlib>

using namespace sekisho;

/// Whatever the bytes are: an error, or a design that comes back from its own file, and whose file is always
/// the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto loaded = format::readDesign({reinterpret_cast<const char*>(data), size});
    if (!loaded) return 0;
    const std::string saved = format::writeDesign(loaded->design);
    const auto again = format::readDesign(saved);
    if (!again || !(again->design == loaded->design) || format::writeDesign(again->design) != saved)
        std::abort();
    return 0;
}
