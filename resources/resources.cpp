// SPDX-License-Identifier: Apache-2.0
#include "resources/resources.h"

#include <cassert>
#include <cstddef>

namespace sekisho::resources {

namespace {

struct File {
    std::string_view name;
    const unsigned char* bytes;
    std::size_t size;
};

#include "embedded_files.inc"

} // namespace

std::optional<std::string_view> find(std::string_view name) {
    for (const File& file : files)
        if (file.name == name) return std::string_view(reinterpret_cast<const char*>(file.bytes), file.size);
    return std::nullopt;
}

std::vector<std::string_view> names() {
    std::vector<std::string_view> result;
    for (const File& file : files)
        result.push_back(file.name);
    return result;
}

std::string_view priceBookJson() {
    const auto bytes = find("price_book.json");
    assert(bytes);
    return *bytes;
}

} // namespace sekisho::resources
