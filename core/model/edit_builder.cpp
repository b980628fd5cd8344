// SPDX-License-Identifier: Apache-2.0
#include "core/model/edit_builder.h"

#include "core/model/address_book.h"
#include "core/model/references.h"
#include "core/model/replay.h"

#include <algorithm>

namespace sekisho {

EditBuilder::EditBuilder(const Design& design) : m_start(design), m_work(design) {}

std::uint32_t EditBuilder::freshNumber(Kind kind) {
    if (!m_counted) {
        m_counted = true;
        const auto count = [&](ElementId id) {
            std::uint32_t& highest = m_highest[static_cast<std::size_t>(id.kind)];
            highest = std::max(highest, id.number);
        };
        for (const auto& entry : m_work.network.nodes) {
            count(entry.key);
            forEachPart(*entry.value, count);
        }
        for (const auto& entry : m_start.network.nodes)
            count(entry.key);
    }
    return ++m_highest[static_cast<std::size_t>(kind)];
}

void EditBuilder::put(Node node) {
    if (m_counted) {
        const auto count = [&](ElementId id) {
            std::uint32_t& highest = m_highest[static_cast<std::size_t>(id.kind)];
            highest = std::max(highest, id.number);
        };
        count(idOf(node));
        forEachPart(node, count);
    }
    const ElementId id = idOf(node);
    m_work.network.nodes.set(id, std::move(node));
}

void EditBuilder::remove(ElementId node) {
    m_gone.insert(node);
}

void EditBuilder::removeCascade() {
    if (m_gone.empty()) return;
    // A route table that served one zone alone serves nobody without it.
    for (const RouteTable& table : m_start.network.all<RouteTable>()) {
        const auto zone = table.main ? std::nullopt : zoneOf(m_start.network, table.id);
        if (zone && m_gone.contains(*zone)) m_gone.insert(table.id);
    }
    auto& nodes = m_work.network.nodes;
    for (bool again = true; again;) {
        again = false;
        std::vector<std::pair<ElementId, std::optional<Node>>> changes;
        for (const auto& entry : nodes) {
            if (m_gone.contains(entry.key)) {
                changes.push_back({entry.key, std::nullopt});
                continue;
            }
            bool touched = false;
            forEachReference(*entry.value, [&](ElementId, ElementId target) {
                touched = touched || m_gone.contains(target);
            });
            if (touched) changes.push_back({entry.key, detached(*entry.value, m_gone)});
        }
        for (auto& [id, node] : changes) {
            const Node* old = nodes.find(id);
            if (const auto* nat = old && !node ? std::get_if<NatGateway>(old) : nullptr) {
                // An address that served nothing but this gateway would go on costing money.
                std::vector<ElementId> own(nat->elasticIps.begin(), nat->elasticIps.end());
                for (const NatZoneAddresses& zone : nat->zones)
                    own.insert(own.end(), zone.elasticIps.begin(), zone.elasticIps.end());
                for (const ElementId eip : own) {
                    bool shared = false;
                    for (const auto& other : nodes)
                        if (other.key != id && !m_gone.contains(other.key))
                            forEachReference(*other.value, [&](ElementId, ElementId target) {
                                shared = shared || target == eip;
                            });
                    if (!shared && m_gone.insert(eip).second) again = true;
                }
            }
            if (node) {
                nodes.set(id, std::move(*node));
            } else {
                nodes.remove(id);
                if (m_gone.insert(id).second) again = true;
            }
        }
        for (const ElementId id : m_gone)
            again = again || nodes.contains(id);
    }
    Table<Placement, Box> boxes;
    for (const auto& entry : m_work.diagram.boxes)
        if (!m_gone.contains(entry.key.node) && !(entry.key.in && m_gone.contains(*entry.key.in)))
            boxes.set(entry.key, entry.value);
    m_work.diagram.boxes = std::move(boxes);
}

Result<Delta> EditBuilder::finish() {
    removeCascade();

    // What came into being and what ceased to be, as far as Terraform names it.
    std::vector<TypedElement> before, after;
    std::set<ElementId> deadElements;
    const Delta nodes = difference(m_start, m_work);
    for (const auto& change : nodes.nodes) {
        std::set<ElementId> alive;
        if (change.after) {
            const auto elements = addressableElements(*change.after);
            after.insert(after.end(), elements.begin(), elements.end());
            alive.insert(change.key);
            forEachPart(*change.after, [&](ElementId part) { alive.insert(part); });
        }
        if (change.before) {
            const auto elements = addressableElements(*change.before);
            before.insert(before.end(), elements.begin(), elements.end());
            if (!alive.contains(change.key)) deadElements.insert(change.key);
            forEachPart(*change.before, [&](ElementId part) {
                if (!alive.contains(part)) deadElements.insert(part);
            });
        }
    }
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    std::vector<TypedElement> dead, born;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(dead));
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(born));
    // A rule has no required address, but an imported one may have it.
    for (const ElementId id : deadElements)
        if (id.kind == Kind::SecurityGroupRule)
            for (const std::string_view type :
                 {"aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"})
                dead.push_back({id, type});
    removeFromSets(m_work, dead);
    if (!born.empty()) {
        const AddressIndex known(m_work.addresses);
        std::erase_if(born, [&](const TypedElement& element) {
            return known.find(element.element, element.type).has_value();
        });
    }
    for (const TypedElement& element : born)
        placeNewborn(m_work, element);

    // A member that became optional before one that is not would need an index that cannot be written.
    std::set<ElementId> touched;
    for (const TypedElement& element : after)
        touched.insert(element.element);
    std::vector<ResourceKey> broken;
    for (const auto& entry : m_work.addresses.sets)
        if (entry.value->form == AddressForm::Count && entry.value->members.size() > 1 &&
            std::any_of(entry.value->members.begin(), entry.value->members.end(),
                        [&](const ResourceMember& m) { return touched.contains(m.element); }) &&
            !countOrderHolds(m_work, *entry.value))
            broken.push_back(entry.key);
    for (const ResourceKey& key : broken)
        convertToForEach(m_work, key);

    for (const ElementId id : deadElements)
        m_work.network.foreign.remove(id);
    // All of it: for what is left of its subjects it would count for findings that nobody has looked at.
    std::erase_if(m_work.notes.acceptances, [&](const Acceptance& acceptance) {
        return std::any_of(acceptance.subjects.begin(), acceptance.subjects.end(),
                           [&](ElementId id) { return deadElements.contains(id); });
    });

    Delta delta = difference(m_start, m_work);
    if (const auto made = applied(m_start, delta); !made) return tl::unexpected(made.error());
    return delta;
}

} // namespace sekisho
