// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

/// The files of resources/ that the programs carry inside themselves (the list is in
/// resources/CMakeLists.txt). No Qt, and nothing is read from disk.
namespace sekisho::resources {

/// The bytes of an embedded file by its path below resources/, for instance "price_book.json".
std::optional<std::string_view> find(std::string_view name);

/// The names that find() knows.
std::vector<std::string_view> names();

/// The price book of this release, for cost::PriceBook::parse().
std::string_view priceBookJson();

} // namespace sekisho::resources
