// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/plan.h"

#include "core/model/address_book.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace sekisho::terraform {

namespace {

/// A set with what its place in the file depends on.
struct Placed {
    PlannedSet set;
    int step = 0; ///< a group's rules come after the group
    std::size_t partIndex = 0;
};

class Planner {
public:
    Planner(const Survey& survey, Diagnostics& diagnostics) : m_survey(survey), m_diagnostics(diagnostics) {}

    std::vector<PlannedSet> run() {
        for (const auto& entry : m_survey.network().nodes) {
            if (entry.key.kind == Kind::SecurityGroup) {
                // The many: without the detour over lists of types.
                wantGroup(*std::get_if<SecurityGroup>(entry.value.get()));
                continue;
            }
            std::size_t index = 0;
            for (const TypedElement& element : addressableElements(*entry.value)) {
                ++index;
                if (isWanted(*entry.value, element.element)) want(element.element, element.type, 0, index);
            }
        }
        for (Placed& placed : m_sets)
            if (placed.set.type->type == "aws_route" && leadsToNat(placed.set)) placed.set.file = FileId::Nat;
        std::vector<PlannedSet> plan = sorted();
        refuseDuplicates(plan);
        return plan;
    }

    std::vector<PlannedSet> run(const std::vector<SecurityGroupId>& groups) {
        for (const SecurityGroupId id : groups)
            if (const SecurityGroup* group = m_survey.network().get(id)) wantGroup(*group);
        return sorted();
    }

private:
    std::vector<PlannedSet> sorted() {
        std::stable_sort(m_sets.begin(), m_sets.end(), [](const Placed& a, const Placed& b) {
            return std::tie(a.set.file, a.set.type->rank, a.set.owner, a.step, a.partIndex) <
                   std::tie(b.set.file, b.set.type->rank, b.set.owner, b.step, b.partIndex);
        });
        std::vector<PlannedSet> plan;
        plan.reserve(m_sets.size());
        for (Placed& placed : m_sets) {
            finish(placed.set);
            plan.push_back(std::move(placed.set));
        }
        return plan;
    }

    void wantGroup(const SecurityGroup& group) {
        want(group.id, groupType(group), 0, 0);
        if (m_survey.hasSeparateRules(group.id)) wantRules(group);
    }

    /// Inactive associations are drawn only; the default ACL takes its subnets by itself.
    bool isWanted(const Node& node, ElementId element) const {
        const auto* acl = std::get_if<NetworkAcl>(&node);
        if (!acl || element.kind != Kind::NetworkAclAssociation) return true;
        if (acl->isDefault) return false;
        return std::any_of(
            acl->associations.begin(), acl->associations.end(),
            [&](const NetworkAclAssociation& a) { return a.id == element && m_survey.isActive(a); });
    }

    void want(ElementId element, std::string_view type, int step, std::size_t partIndex) {
        const auto ref = m_survey.addresses().find(element, type);
        if (!ref) {
            m_diagnostics.push_back(
                error(Code::export_address_missing, {{"type", std::string(type)}}, {element}));
            return;
        }
        PlannedSet& set = setFor(*ref->set, type, ref->key->label, element, step, partIndex);
        // The members are those of the stored set, in its order, as far as they are wanted.
        set.members[ref->index] = ref->set->members[ref->index];
    }

    PlannedSet& setFor(const ResourceSet& stored, std::string_view type, const std::string& label,
                       ElementId element, int step, std::size_t partIndex) {
        if (stored.members.size() > 1) {
            const auto [it, isNew] = m_shared.emplace(&stored, m_sets.size());
            if (!isNew) return m_sets[it->second].set;
        }
        Placed placed;
        placed.set.type = typeInfo(type);
        placed.set.file = placed.set.type->file;
        placed.set.label = label;
        placed.set.form = stored.form;
        placed.set.members.resize(stored.members.size());
        placed.set.owner = m_survey.ownerOf(element).value_or(element);
        placed.step = step;
        placed.partIndex = partIndex;
        placed.set.separateRules =
            element.kind == Kind::SecurityGroup && m_survey.hasSeparateRules(*SecurityGroupId::from(element));
        m_sets.push_back(std::move(placed));
        return m_sets.back().set;
    }

    void wantRules(const SecurityGroup& group) {
        const auto groupRef = m_survey.addresses().find(group.id, groupType(group));
        if (!groupRef) return; // said already
        std::size_t index = 0;
        for (const Direction direction : {Direction::Ingress, Direction::Egress}) {
            for (const SecurityGroupRule& rule : group.rules) {
                if (rule.direction != direction) continue;
                const std::string_view type = ruleType(direction);
                ++index;
                if (m_survey.addresses().find(rule.id, type)) {
                    want(rule.id, type, 1, index);
                    continue;
                }
                // Neither a group's label nor a rule's number ever changes, so nor does this.
                Placed placed;
                placed.set = {typeInfo(type),
                              FileId::Security,
                              group.id,
                              groupRef->key->label + "_" + std::to_string(rule.id.number),
                              AddressForm::Single,
                              {{{}, rule.id}},
                              false};
                placed.step = 1;
                placed.partIndex = index;
                m_sets.push_back(std::move(placed));
            }
        }
    }

    /// Takes out the members that are not wanted, and checks what is left.
    void finish(PlannedSet& set) {
        const auto isWantedMember = [](const ResourceMember& member) {
            return member.element != ElementId{};
        };
        const bool inFront = std::is_partitioned(set.members.begin(), set.members.end(), isWantedMember);
        set.members.erase(
            std::remove_if(set.members.begin(), set.members.end(),
                           [&](const ResourceMember& member) { return !isWantedMember(member); }),
            set.members.end());
        if (set.form == AddressForm::Count && !inFront)
            refuse(Code::export_set_gap, set, {set.members.front().element});
        if (!isLegalLabel(set.label))
            refuse(Code::export_address_illegal, set, {set.members.front().element});
        if (set.form == AddressForm::ForEach) {
            std::vector<std::string_view> keys;
            for (const ResourceMember& member : set.members)
                keys.push_back(member.key);
            std::sort(keys.begin(), keys.end());
            if (keys.front().empty() || std::adjacent_find(keys.begin(), keys.end()) != keys.end())
                refuse(Code::export_address_illegal, set, {set.members.front().element});
        }
    }

    bool leadsToNat(const PlannedSet& set) const {
        return std::any_of(set.members.begin(), set.members.end(), [&](const ResourceMember& member) {
            const auto owner = m_survey.ownerOf(member.element);
            const auto id = owner ? RouteTableId::from(*owner) : std::nullopt;
            if (!id) return false; // a member that is not wanted
            for (const Route& route : m_survey.network().get(*id)->routes)
                if (route.id == member.element) return std::holds_alternative<NatGatewayId>(route.target);
            return false;
        });
    }

    /// One element twice under a type, or one address for two sets.
    void refuseDuplicates(const std::vector<PlannedSet>& plan) {
        std::map<std::pair<std::string_view, std::string_view>, const PlannedSet*> labels;
        // The table is sorted by type, then by label.
        const auto& sets = m_survey.design().addresses.sets;
        std::vector<ElementId> seen;
        for (auto entry = sets.begin(); entry != sets.end();) {
            const std::string& type = entry->key.type;
            seen.clear();
            for (; entry != sets.end() && entry->key.type == type; ++entry)
                for (const ResourceMember& member : entry->value->members)
                    seen.push_back(member.element);
            std::sort(seen.begin(), seen.end());
            for (auto it = seen.begin(); (it = std::adjacent_find(it, seen.end())) != seen.end(); ++it)
                m_diagnostics.push_back(error(Code::export_address_twice, {{"type", type}}, {*it}));
        }
        for (const PlannedSet& set : plan) {
            const auto [it, isNew] =
                labels.emplace(std::pair(set.type->type, std::string_view(set.label)), &set);
            if (!isNew)
                refuse(Code::export_address_clash, set,
                       {set.members.front().element, it->second->members.front().element});
        }
    }

    void refuse(Code code, const PlannedSet& set, std::vector<ElementId> subjects) {
        m_diagnostics.push_back(error(code, {{"address", set.address()}}, std::move(subjects)));
    }

    const Survey& m_survey;
    Diagnostics& m_diagnostics;
    std::vector<Placed> m_sets;
    std::map<const ResourceSet*, std::size_t> m_shared; ///< sets of several members, by where they stand
};

} // namespace

std::vector<PlannedSet> planSets(const Survey& survey, Diagnostics& diagnostics) {
    return Planner(survey, diagnostics).run();
}

std::vector<PlannedSet> planGroups(const Survey& survey, const std::vector<SecurityGroupId>& groups,
                                   Diagnostics& diagnostics) {
    return Planner(survey, diagnostics).run(groups);
}

} // namespace sekisho::terraform
