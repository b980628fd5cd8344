// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/format/describe.h"

/// What the model's types are built from, as the archives tell them apart.
namespace sekisho::format {

template<class T>
inline constexpr bool isOptional = false;
template<class T>
inline constexpr bool isOptional<std::optional<T>> = true;

template<class T>
inline constexpr bool isList = false;
template<class T>
inline constexpr bool isList<std::vector<T>> = true;

template<class T>
inline constexpr bool isVariant = false;
template<class... T>
inline constexpr bool isVariant<std::variant<T...>> = true;

/// Tags and the like.
using TextMap = std::map<std::string, std::string>;

/// Objects that are written with one field per line; the others stand on one line.
template<class T>
inline constexpr bool isExpanded = false;
template<Described T>
requires std::derived_from<T, NodeBase>
inline constexpr bool isExpanded<T> = true;
template<>
inline constexpr bool isExpanded<Document> = true;
template<>
inline constexpr bool isExpanded<Settings> = true;
template<>
inline constexpr bool isExpanded<Network> = true;
template<>
inline constexpr bool isExpanded<Addresses> = true;
template<>
inline constexpr bool isExpanded<Notes> = true;

/// The element whose initializers say what a field means that is left out.
template<class T>
const T& defaultOf() {
    static const T value{};
    return value;
}

} // namespace sekisho::format
