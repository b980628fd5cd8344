// SPDX-License-Identifier: Apache-2.0
#include "ui/text/diagnostic_text.h"

#include <algorithm>

namespace sekisho::text {

namespace {

/// One character of UTF-8 and its length in bytes; a broken byte is U+FFFD.
struct Character {
    char32_t code = 0xfffd;
    std::size_t length = 1;
};

Character firstCharacter(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < length) return {};
    char32_t code = first & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U) return {};
        code = (code << 6) | (byte(i) & 0x3fU);
    }
    const bool isOverlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    const bool isScalar = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isOverlong || !isScalar ? Character{} : Character{code, length};
}

bool isBetween(char32_t c, char32_t from, char32_t to) {
    return c >= from && c <= to;
}

/// Control characters and the two line ends of Unicode.
bool isBreak(char32_t c) {
    return c < 0x20 || isBetween(c, 0x7f, 0x9f) || c == 0x2028 || c == 0x2029;
}

/// Marks and overrides of writing direction, and what has no width at all: it could make a name read as
/// another. The joiner U+200D stays, since emoji are made with it.
bool isHidden(char32_t c) {
    return c == 0xad || c == 0x61c || c == 0x180e || isBetween(c, 0x200b, 0x200c) ||
           isBetween(c, 0x200e, 0x200f) || isBetween(c, 0x202a, 0x202e) || isBetween(c, 0x2060, 0x206f) ||
           c == 0xfeff || isBetween(c, 0xfff9, 0xfffb) || isBetween(c, 0xe0000, 0xe007f);
}

/// What is drawn upon or joined to the character before, so that people do not count it.
bool isAttached(char32_t c) {
    return isBetween(c, 0x300, 0x36f) || isBetween(c, 0x1ab0, 0x1aff) || isBetween(c, 0x1dc0, 0x1dff) ||
           isBetween(c, 0x20d0, 0x20ff) || isBetween(c, 0x3099, 0x309a) || isBetween(c, 0xfe00, 0xfe0f) ||
           isBetween(c, 0xfe20, 0xfe2f) || isBetween(c, 0x1f3fb, 0x1f3ff) || isBetween(c, 0xe0100, 0xe01ef) ||
           c == 0x200d;
}

/// More marks than this on one character are a prank, not a name.
constexpr std::size_t mostAttached = 8;

std::string nodeName(const Network& network, ElementId id) {
    const Node* node = network.find(id);
    if (!node) return toString(id);
    const std::string& name = baseOf(*node).name;
    if (std::string clean = oneLine(name); clean.find_first_not_of(' ') != std::string::npos) return clean;
    if (const auto* zone = std::get_if<AvailabilityZone>(node); zone && !zone->zone.empty())
        return oneLine(zone->zone);
    return toString(id);
}

template<class Parts>
const auto* partOf(const Parts& parts, ElementId id) {
    const auto it =
        std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return ElementId(part.id) == id; });
    return it == parts.end() ? nullptr : &*it;
}

/// Source or destination of a rule, destination of a route.
struct PeerName {
    const Network& network;

    std::string operator()(const Cidr& cidr) const { return cidr.toString(); }
    std::string operator()(const SecurityGroupId& id) const { return nodeName(network, id); }
    std::string operator()(const PrefixListId& id) const { return nodeName(network, id); }
    std::string operator()(const SelfGroup&) const { return "self"; }
    std::string operator()(const ThisVpcCidr&) const { return "VPC"; }
};

std::string_view arrow(Direction direction) {
    return direction == Direction::Ingress ? " ← " : " → ";
}

/// What tells a part from its like; empty if the node does not hold it.
std::string partName(const Network& network, const Node& owner, ElementId id) {
    const PeerName peerName{network};
    const auto subnetName = [&](SubnetId subnet) { return nodeName(network, subnet); };
    return std::visit(
        Overloaded{
            [&](const Vpc& n) {
                const auto* block = partOf(n.cidrs, id);
                return block ? block->cidr.toString() : std::string();
            },
            [&](const RouteTable& n) {
                if (const auto* route = partOf(n.routes, id)) return std::visit(peerName, route->destination);
                const auto* association = partOf(n.associations, id);
                return association ? nodeName(network, n.id) + " – " + subnetName(association->subnet)
                                   : std::string();
            },
            [&](const SecurityGroup& n) {
                const auto* rule = partOf(n.rules, id);
                if (!rule) return std::string();
                return rule->traffic.toString() + std::string(arrow(rule->direction)) +
                       std::visit(peerName, rule->peer);
            },
            [&](const NetworkAcl& n) {
                if (const auto* rule = partOf(n.rules, id))
                    return std::to_string(rule->number) + ' ' + rule->traffic.toString() +
                           std::string(arrow(rule->direction)) + std::visit(peerName, rule->peer);
                const auto* association = partOf(n.associations, id);
                return association ? nodeName(network, n.id) + " – " + subnetName(association->subnet)
                                   : std::string();
            },
            [&](const Workload& n) {
                if (const auto* interface = partOf(n.interfaces, id))
                    return nodeName(network, n.id) + " – " + subnetName(interface->subnet);
                const auto* listener = partOf(n.listeners, id);
                return listener ? listener->protocol.toString() + '/' + std::to_string(listener->port)
                                : std::string();
            },
            [](const auto&) { return std::string(); },
        },
        owner);
}

} // namespace

std::string oneLine(std::string_view text, std::size_t most) {
    std::string line;
    std::size_t count = 0;
    std::size_t attached = 0;
    bool isJoined = false;
    while (!text.empty()) {
        const auto [code, length] = firstCharacter(text);
        const std::string_view bytes =
            code == 0xfffd ? std::string_view("\xef\xbf\xbd") : text.substr(0, length);
        text.remove_prefix(length);
        if (isHidden(code)) continue;
        if (!line.empty() && (isAttached(code) || isJoined)) {
            isJoined = code == 0x200d;
            if (++attached <= mostAttached) line += bytes;
            continue;
        }
        if (count == most) return line + "…";
        ++count;
        attached = 0;
        isJoined = false;
        if (isBreak(code))
            line += ' ';
        else
            line += bytes;
    }
    return line;
}

std::string displayName(const Network& network, ElementId element, std::optional<ElementId> owner) {
    if (isNodeKind(element.kind)) return nodeName(network, element);
    if (!owner) owner = ownerOf(network, element);
    const Node* node = owner ? network.find(*owner) : nullptr;
    const std::string name = node ? partName(network, *node, element) : std::string();
    return name.empty() ? toString(element) : name;
}

} // namespace sekisho::text
