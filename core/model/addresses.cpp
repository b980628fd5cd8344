// SPDX-License-Identifier: Apache-2.0
#include "core/model/addresses.h"

#include <algorithm>

namespace sekisho {

namespace {

constexpr std::size_t maxLabelLength = 48;

constexpr bool isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

std::string toString(const ResourceKey& key) {
    return key.type + "." + key.label;
}

std::string toString(const AddressRef& ref) {
    std::string text = toString(*ref.key);
    switch (ref.set->form) {
    case AddressForm::Single: break;
    case AddressForm::Count: text += "[" + std::to_string(ref.index) + "]"; break;
    case AddressForm::ForEach: text += "[\"" + ref.set->members[ref.index].key + "\"]"; break;
    }
    return text;
}

AddressIndex::AddressIndex(const Addresses& addresses) {
    std::size_t count = 0;
    for (const auto& entry : addresses.sets)
        count += entry.value->members.size();
    m_entries.reserve(count);
    for (const auto& entry : addresses.sets)
        for (std::size_t i = 0; i < entry.value->members.size(); ++i)
            m_entries.push_back({entry.value->members[i].element, {&entry.key, entry.value.get(), i}});
    // Sets come sorted by type, so a stable sort by element leaves each element's places sorted by type.
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry& a, const Entry& b) { return a.element < b.element; });
}

std::optional<AddressRef> AddressIndex::find(ElementId element, std::string_view type) const {
    auto it = std::lower_bound(m_entries.begin(), m_entries.end(), element,
                               [](const Entry& entry, ElementId id) { return entry.element < id; });
    for (; it != m_entries.end() && it->element == element; ++it)
        if (it->ref.key->type == type) return it->ref;
    return std::nullopt;
}

std::vector<AddressRef> AddressIndex::all(ElementId element) const {
    std::vector<AddressRef> places;
    auto it = std::lower_bound(m_entries.begin(), m_entries.end(), element,
                               [](const Entry& entry, ElementId id) { return entry.element < id; });
    for (; it != m_entries.end() && it->element == element; ++it)
        places.push_back(it->ref);
    return places;
}

bool isLegalLabel(std::string_view label) {
    if (label.empty() || (!isAsciiLetter(label.front()) && label.front() != '_')) return false;
    return std::all_of(label.begin(), label.end(),
                       [](char c) { return isAsciiLetter(c) || isAsciiDigit(c) || c == '_' || c == '-'; });
}

std::string labelFrom(std::string_view name, std::string_view fallback) {
    std::string label;
    for (const char c : name) {
        if (label.size() >= maxLabelLength) break;
        if (isAsciiLetter(c) || isAsciiDigit(c)) {
            const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            if (label.empty() && isAsciiDigit(c)) label += '_';
            label += lower;
        } else if (!label.empty() && label.back() != '_') {
            label += '_';
        }
    }
    while (!label.empty() && label.back() == '_')
        label.pop_back();
    return label.empty() ? std::string(fallback) : label;
}

} // namespace sekisho
