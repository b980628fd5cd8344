// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/handover.h"

#include "core/hcl/writer.h"
#include "core/terraform/moves.h"

#include <algorithm>
#include <map>
#include <set>

namespace sekisho::terraform {

namespace {

constexpr std::string_view found = "data.aws_vpc_security_group_rule.handover";
constexpr std::size_t mostNamed = 5; // in a sentence; the rest is counted

bool isRuleType(std::string_view type) {
    return type == ingressRuleType || type == egressRuleType;
}

/// Where the moves of an export take what stands at an address.
std::string followed(std::string address, const std::vector<MovedAddress>& moves) {
    for (const MovedAddress& move : moves) {
        const SplitAddress at = splitAddress(address);
        if (address == move.from)
            address = move.to;
        else if (at.resource == move.from)
            address = move.to + std::string(at.key);
    }
    return address;
}

hcl::Expr both(hcl::Expr a, hcl::Expr b) {
    return hcl::binary(hcl::BinaryOp::And, std::move(a), std::move(b));
}
hcl::Expr isEqual(const char* attribute, hcl::Expr value) {
    return hcl::binary(hcl::BinaryOp::Equal, hcl::ref(std::string("rule.") + attribute), std::move(value));
}

std::string joinedNames(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), mostNamed); ++i)
        text += (i > 0 ? ", " : "") + names[i];
    return names.size() > mostNamed ? text + ", …" : text;
}

class HandoverMaker {
public:
    HandoverMaker(const Survey& survey, const std::vector<PlannedSet>& plan, const AppliedGroups& applied)
        : m_survey(survey), m_plan(plan), m_applied(applied), m_moves(movesOf(survey, plan)) {
        std::map<std::string, ElementId> elements;
        for (const PlannedSet& set : plan) {
            const ResourceKey key{std::string(set.type->type), set.label};
            const ResourceSet members{set.form, set.members};
            for (std::size_t i = 0; i < set.members.size(); ++i)
                elements.emplace(toString(AddressRef{&key, &members, i}), set.members[i].element);
        }
        for (const auto& [address, id] : applied.ids) {
            const auto element = elements.find(followed(address, m_moves));
            if (element == elements.end()) continue;
            m_ids.emplace(element->second, id);
            if (const auto group = SecurityGroupId::from(element->second)) m_groups.emplace(id, *group);
        }
    }

    Handover make() {
        for (const auto& [address, rules] : m_applied.inside) {
            const auto id = m_applied.ids.find(address);
            const auto group = id != m_applied.ids.end() ? m_groups.find(id->second) : m_groups.end();
            if (group != m_groups.end() && m_survey.hasSeparateRules(group->second))
                takeOver(group->second, id->second, rules);
        }
        release();
        if (m_blocks.items.empty()) return {{}, std::move(m_diagnostics)};
        hcl::Body body;
        body.comment("すでにあるルールを、作り直さずに引き継ぐための記述です。\n"
                     "適用したあとにもう一度エクスポートすると、このファイルはなくなります。");
        if (!m_from.empty()) addData(body);
        for (hcl::Item& item : m_blocks.items)
            body.items.push_back(std::move(item));
        tell(Code::export_rules_leave, m_leaving);
        tell(Code::export_rules_enter, m_entering);
        return {hcl::write(body), std::move(m_diagnostics)};
    }

private:
    const SecurityGroup& group(SecurityGroupId id) const { return *m_survey.network().get(id); }

    /// As the state would have the rule; nothing where what it refers to is not in AWS yet.
    std::optional<AppliedRule> identity(const SecurityGroup& in, const SecurityGroupRule& rule) const {
        const Traffic traffic = rule.traffic.normalized();
        AppliedRule same;
        same.egress = rule.direction == Direction::Egress;
        same.protocol = traffic.protocol.toAws();
        if (traffic.protocol.hasPorts()) {
            const PortRange ports = traffic.ports.value_or(PortRange::all());
            same.from = ports.from;
            same.to = ports.to;
        } else if (traffic.protocol.isIcmp()) {
            const IcmpType icmp = traffic.icmp.value_or(IcmpType{});
            same.from = icmp.type;
            same.to = icmp.code;
        }
        const auto idOf = [&](ElementId element) {
            const auto it = m_ids.find(element);
            return it != m_ids.end() ? it->second : std::string();
        };
        same.source = std::visit(Overloaded{
                                     [](const Cidr& cidr) { return cidr.toString(); },
                                     [&](const SecurityGroupId& id) { return idOf(id); },
                                     [&](const PrefixListId& id) { return idOf(id); },
                                     [&](const SelfGroup&) { return idOf(in.id); },
                                     [&](const ThisVpcCidr&) {
                                         const Vpc* vpc = m_survey.network().get(in.vpc);
                                         return vpc && !vpc->cidrs.empty()
                                                    ? vpc->cidrs.front().cidr.toString()
                                                    : std::string();
                                     },
                                 },
                                 rule.peer);
        return same.source.empty() ? std::nullopt : std::optional(same);
    }

    /// Rules that stood inside the group and become resources.
    void takeOver(SecurityGroupId id, const std::string& awsId, const std::vector<AppliedRule>& rules) {
        std::set<AppliedRule> left(rules.begin(), rules.end());
        std::map<ElementId, AppliedRule> kept;
        for (const SecurityGroupRule& rule : group(id).rules)
            if (const auto same = identity(group(id), rule); same && left.erase(*same) > 0)
                kept.emplace(rule.id, *same);
        if (!left.empty()) {
            std::vector<std::string> texts;
            for (const AppliedRule& rule : left)
                texts.push_back(std::string(rule.egress ? "egress " : "ingress ") + rule.protocol + " " +
                                std::to_string(rule.from) + "-" + std::to_string(rule.to) + " " +
                                rule.source);
            m_diagnostics.push_back(
                error(Code::export_rules_left,
                      {{"rules", joinedNames(texts)}, {"count", std::to_string(left.size())}}, {id}));
        }
        if (kept.empty()) return;
        m_from.push_back(awsId);
        m_leaving.push_back(id);
        for (const PlannedSet& set : m_plan) {
            if (!isRuleType(set.type->type)) continue;
            const hcl::Expr whole = hcl::ref(set.address());
            for (std::size_t i = 0; i < set.members.size(); ++i) {
                const auto rule = kept.find(set.members[i].element);
                if (rule == kept.end()) continue;
                const hcl::Expr to = set.form == AddressForm::Single ? whole
                                     : set.form == AddressForm::Count
                                         ? hcl::index(whole, static_cast<std::int64_t>(i))
                                         : hcl::index(whole, set.members[i].key);
                addImport(to, awsId, rule->second);
            }
        }
    }

    void addImport(const hcl::Expr& to, const std::string& group, const AppliedRule& rule) {
        hcl::Expr condition = isEqual("security_group_id", group);
        const hcl::Expr egress = hcl::ref("rule.is_egress");
        condition = both(condition, rule.egress ? egress : hcl::unary(hcl::UnaryOp::Not, egress));
        condition = both(condition, isEqual("ip_protocol", rule.protocol));
        const auto protocol = Protocol::parse(rule.protocol);
        if (protocol && (protocol->hasPorts() || protocol->isIcmp()))
            condition = both(both(condition, isEqual("from_port", rule.from)), isEqual("to_port", rule.to));
        const char* source = "referenced_security_group_id";
        if (rule.source.rfind("pl-", 0) == 0) source = "prefix_list_id";
        if (const auto cidr = Cidr::parse(rule.source))
            source = cidr->family() == IpFamily::V4 ? "cidr_ipv4" : "cidr_ipv6";
        condition = both(condition, isEqual(source, rule.source));

        hcl::For loop;
        loop.valueName = "rule";
        loop.in = hcl::ref(std::string(found));
        loop.result = hcl::ref("rule.security_group_rule_id");
        loop.condition = condition;
        if (!m_blocks.items.empty()) m_blocks.blankLine();
        hcl::Body& block = m_blocks.block("import");
        // At most one: a rule that is gone by now is made again.
        block.attribute("for_each", hcl::call("toset", {hcl::forExpr(std::move(loop))}));
        block.blankLine();
        block.attribute("to", to);
        block.attribute("id", hcl::ref("each.value"));
    }

    void addData(hcl::Body& body) {
        hcl::Body& all = body.block("data", {"aws_vpc_security_group_rules", "handover"});
        hcl::Body& filter = all.block("filter");
        filter.attribute("name", "group-id");
        filter.attribute("values", hcl::tuple({m_from.begin(), m_from.end()}));
        body.blankLine();
        hcl::Body& each = body.block("data", {"aws_vpc_security_group_rule", "handover"});
        each.attribute("for_each",
                       hcl::call("toset", {hcl::ref("data.aws_vpc_security_group_rules.handover.ids")}));
        each.blankLine();
        each.attribute("security_group_rule_id", hcl::ref("each.value"));
        body.blankLine();
    }

    /// Resources whose rules stand inside their group again.
    void release() {
        std::set<std::string> declared;
        for (const PlannedSet& set : m_plan)
            if (isRuleType(set.type->type)) declared.insert(set.address());
        for (const MovedAddress& move : m_moves) {
            declared.insert(std::string(splitAddress(move.from).resource));
            declared.insert(std::string(splitAddress(move.to).resource));
        }
        for (const auto& [address, awsId] : m_applied.resources) {
            const auto id = m_groups.find(awsId);
            const std::string resource(splitAddress(address).resource);
            if (id == m_groups.end() || m_survey.hasSeparateRules(id->second)) continue;
            if (std::find(m_entering.begin(), m_entering.end(), id->second) == m_entering.end())
                m_entering.push_back(id->second);
            if (!declared.insert(resource).second) continue;
            if (!m_blocks.items.empty()) m_blocks.blankLine();
            hcl::Body& block = m_blocks.block("removed");
            block.attribute("from", hcl::ref(resource));
            block.blankLine();
            block.block("lifecycle").attribute("destroy", false);
        }
    }

    void tell(Code code, const std::vector<SecurityGroupId>& groups) {
        if (groups.empty()) return;
        std::vector<std::string> names;
        for (const SecurityGroupId id : groups)
            names.push_back(group(id).name.empty() ? toString(id) : group(id).name);
        m_diagnostics.push_back(
            warning(code, {{"names", joinedNames(names)}, {"count", std::to_string(groups.size())}},
                    {groups.begin(), groups.end()}));
    }

    const Survey& m_survey;
    const std::vector<PlannedSet>& m_plan;
    const AppliedGroups& m_applied;
    const std::vector<MovedAddress> m_moves;
    std::map<ElementId, std::string> m_ids;          ///< of what is in AWS
    std::map<std::string, SecurityGroupId> m_groups; ///< by id in AWS
    hcl::Body m_blocks;
    std::vector<hcl::Expr> m_from; ///< ids of the groups whose rules are taken over
    std::vector<SecurityGroupId> m_leaving, m_entering;
    Diagnostics m_diagnostics;
};

} // namespace

Handover handOver(const Survey& survey, const std::vector<PlannedSet>& plan) {
    const auto& applied = survey.options().applied;
    return applied ? HandoverMaker(survey, plan, *applied).make() : Handover{};
}

} // namespace sekisho::terraform
