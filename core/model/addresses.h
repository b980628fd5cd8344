// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/model/table.h"

#include <string>
#include <vector>

/// How Terraform names what the network holds. An address is chosen when an element is born and then stored:
/// to derive it from the shape would re-address, and so destroy, live resources when somebody adds a subnet.
namespace sekisho {

/// "aws_subnet" + "public". A data source's type starts with "data.".
struct ResourceKey {
    std::string type;
    std::string label;

    friend auto operator<=>(const ResourceKey&, const ResourceKey&) = default;
};

/// "aws_subnet.public".
std::string toString(const ResourceKey& key);

enum class AddressForm : std::uint8_t {
    Single,  ///< aws_vpc.main
    Count,   ///< aws_subnet.public[0]
    ForEach, ///< aws_subnet.public["a"]
};

struct ResourceMember {
    std::string key;   ///< ForEach: the key; otherwise empty, the position is the index
    ElementId element; ///< a node, a rule, a route, an association, a CIDR

    friend bool operator==(const ResourceMember&, const ResourceMember&) = default;
};

/// Like resources under one label. Single has exactly one member.
struct ResourceSet {
    AddressForm form = AddressForm::Single;
    std::vector<ResourceMember> members;

    friend bool operator==(const ResourceSet&, const ResourceSet&) = default;
};

/// A `moved` block: what had the address `from` has the address `to` now.
struct MovedAddress {
    std::string from;
    std::string to;

    friend bool operator==(const MovedAddress&, const MovedAddress&) = default;
};

struct Addresses {
    Table<ResourceKey, ResourceSet> sets;
    std::vector<MovedAddress> moved; ///< in the order in which they happened

    friend bool operator==(const Addresses&, const Addresses&) = default;
};

/// Where an element stands in a set.
struct AddressRef {
    const ResourceKey* key = nullptr;
    const ResourceSet* set = nullptr;
    std::size_t index = 0; ///< position among the members
};

/// "aws_subnet.public[0]", "aws_subnet.public[\"a\"]", "aws_vpc.main".
std::string toString(const AddressRef& ref);

/// Finds sets by element. Made once for one state of the addresses (which must outlive it), then cheap to
/// ask.
class AddressIndex {
public:
    explicit AddressIndex(const Addresses& addresses);

    /// Where the element stands among resources of that type, if it does.
    std::optional<AddressRef> find(ElementId element, std::string_view type) const;
    /// All places of an element, by type.
    std::vector<AddressRef> all(ElementId element) const;

private:
    struct Entry {
        ElementId element;
        AddressRef ref;
    };
    std::vector<Entry> m_entries; // sorted by element, then by type
};

/// Whether a label is a legal Terraform name: a letter or "_", then letters, digits, "_" and "-" (ASCII).
bool isLegalLabel(std::string_view label);

/// The label made from a display name: ASCII letters and digits in lower case, every other run of characters
/// one
/// "_", none at the ends, "_" before a leading digit, at most 48 characters; `fallback` if nothing is left.
std::string labelFrom(std::string_view name, std::string_view fallback);

} // namespace sekisho
