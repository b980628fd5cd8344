// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"

#include <functional>
#include <string>
#include <vector>

/// The table of the tests of check(): for each rule a way to break it and a way to come as near as is
/// allowed.
namespace check_cases {

using namespace sekisho;

using Edit = std::function<void(Design&)>;

struct Case {
    Code code;
    Severity severity;
    std::string what;
    Edit bad;
    Edit good;                   ///< leaves nothing to be found
    std::vector<Code> also = {}; ///< what cannot but come with it
    bool addressed = true;       ///< whether what is new gets Terraform addresses
};

/// A design with every kind of node and no finding: vpc-1 in two zones with subnet-1, -2 (public) and -3, -4
/// (private), vpc-2 apart from it with subnet-5, sg-3 and route-table-3.
Design goodDesign();

/// Gives what has none an address of its own, and takes those of what is gone.
void address(Design& design);

inline void nothing(Design&) {}
inline Cidr cidr(const char* text) {
    return Cidr::parse(text).value();
}
inline IpAddress ip(const char* text) {
    return IpAddress::parse(text).value();
}
inline NameTemplate name(const char* text) {
    return NameTemplate::parse(text).value();
}

inline Interface interfaceIn(std::uint32_t id, std::uint32_t subnet) {
    Interface result;
    result.id = {id};
    result.subnet = {subnet};
    return result;
}

template<class N>
void put(Design& design, N node) {
    const ElementId id = node.id;
    design.network.nodes.set(id, Node(std::move(node)));
}

/// Changes the node of that number.
template<class N, class F>
void change(Design& design, std::uint32_t number, F edit) {
    N node = *design.network.get(decltype(N::id){number});
    edit(node);
    put(design, std::move(node));
}

/// An edit of one node, as a case wants it.
template<class N, class F>
Edit changing(std::uint32_t number, F edit) {
    return [=](Design& design) { change<N>(design, number, edit); };
}

void addNetworkCases(std::vector<Case>& cases);
void addNameCases(std::vector<Case>& cases);
void addRuleCases(std::vector<Case>& cases);
void addRouteCases(std::vector<Case>& cases);
void addServiceCases(std::vector<Case>& cases);

/// The whole table.
inline const std::vector<Case>& allCases() {
    static const auto cases = [] {
        std::vector<Case> all;
        addNetworkCases(all);
        addNameCases(all);
        addRuleCases(all);
        addRouteCases(all);
        addServiceCases(all);
        return all;
    }();
    return cases;
}

} // namespace check_cases
