// SPDX-License-Identifier: Apache-2.0
#include "core/model/address_book.h"
#include "core/model/edit_builder.h"
#include "core/model/edits.h"

#include <algorithm>

/// How Terraform names what there is: labels, forms of address, and the `moved` addresses of both.
namespace sekisho::edits {

namespace {

tl::unexpected<Diagnostic> badAddress(std::string address, std::string_view why) {
    return fail(Code::edit_address, {{"address", std::move(address)}, {"why", std::string(why)}});
}

bool isData(const ResourceKey& key) {
    return key.type.rfind("data.", 0) == 0; // nothing of a data source is kept
}

bool isUnder(const std::string& address, const std::string& resource) {
    return address.compare(0, resource.size(), resource) == 0 &&
           (address.size() == resource.size() || address[resource.size()] == '[');
}

/// Where what once stood at an address stands after all moves.
std::string whereNow(std::string address, const std::vector<MovedAddress>& moves) {
    for (std::size_t steps = 0; steps < moves.size(); ++steps) {
        const auto next = std::find_if(moves.begin(), moves.end(),
                                       [&](const MovedAddress& move) { return move.from == address; });
        if (next == moves.end()) break;
        address = next->to;
    }
    return address;
}

} // namespace

Result<Delta> relabel(const Design& design, const ResourceKey& key, std::string label) {
    const ResourceSet* set = design.addresses.sets.find(key);
    const ResourceKey to{key.type, std::move(label)};
    if (!set) return fail(Code::edit_no_such_element, {{"id", toString(key)}});
    if (!isLegalLabel(to.label)) return fail(Code::edit_label_illegal, {{"label", to.label}});
    if (to == key) return Delta{};
    if (design.addresses.sets.contains(to)) return fail(Code::edit_label_taken, {{"address", toString(to)}});
    EditBuilder edit(design);
    auto& addresses = edit.addresses();
    // What was moved away from the new label is declared again now: those moves have to be forgotten. Where
    // they were somebody else's, terraform would take one for the other.
    const std::string address = toString(to);
    for (const MovedAddress& moved : addresses.moved)
        if (isUnder(moved.from, address) && !isUnder(whereNow(moved.to, addresses.moved), toString(key)))
            return fail(Code::edit_label_taken, {{"address", address}});
    std::erase_if(addresses.moved, [&](const MovedAddress& moved) { return isUnder(moved.from, address); });
    const auto value = addresses.sets.share(key);
    addresses.sets.remove(key);
    addresses.sets.set(to, value);
    std::vector<MovedAddress> moves;
    for (std::size_t i = 0; i < value->members.size() && !isData(key); ++i)
        moves.push_back(
            {toString(AddressRef{&key, value.get(), i}), toString(AddressRef{&to, value.get(), i})});
    noteMoves(addresses, moves);
    return edit.finish();
}

Result<Delta> useForEach(const Design& design, const ResourceKey& key) {
    return setAddressForm(design, key, AddressForm::ForEach);
}

Result<Delta> setAddressForm(const Design& design, const ResourceKey& key, AddressForm form) {
    const ResourceSet* old = design.addresses.sets.find(key);
    if (!old) return fail(Code::edit_no_such_element, {{"id", toString(key)}});
    if (form == AddressForm::Single && old->members.size() != 1)
        return badAddress(toString(key), "one address for several resources");
    Design after = design;
    convertTo(after, key, form);
    return difference(design, after);
}

Result<Delta> addMoved(const Design& design, const std::vector<MovedAddress>& moved) {
    EditBuilder edit(design);
    std::vector<MovedAddress>& all = edit.addresses().moved;
    const auto isAddress = [](const std::string& text) {
        return text.find('.') != std::string::npos &&
               std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    };
    for (const MovedAddress& move : moved) {
        for (const std::string& address : {move.from, move.to})
            if (!isAddress(address)) return badAddress(address, "no Terraform address");
        // Terraform wants one way from an address, and one to it.
        for (const MovedAddress& known : all) {
            if (known.from == move.from) return badAddress(move.from, "moved twice");
            if (known.to == move.to) return badAddress(move.to, "moved to twice");
        }
        if (move.from == move.to) return badAddress(move.to, "moved to itself");
        all.push_back(move);
    }
    return edit.finish();
}

} // namespace sekisho::edits
