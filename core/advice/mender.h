// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/advice/fixes.h"
#include "core/model/edit_builder.h"
#include "core/model/edits.h"

#include <optional>
#include <string_view>

namespace sekisho::advice {

/// Looks for the mends of one finding. Used by fixes*.cpp alone.
class Mender {
public:
    Mender(const Design& design, const Diagnostic& diagnostic) : m_design(design), m_diagnostic(diagnostic) {
        find();
    }
    std::vector<Fix> fixes() { return std::move(m_fixes); }

private:
    const Network& network() const { return m_design.network; }
    std::string_view arg(std::string_view name) const;
    std::optional<ElementId> subjectOf(Kind kind) const;
    /// The i-th subject, if it is a node of that type.
    template<class N>
    const N* subject(std::size_t i) const {
        if (i >= m_diagnostic.subjects.size()) return nullptr;
        const auto id = decltype(N::id)::from(m_diagnostic.subjects[i]);
        return id ? network().get(*id) : nullptr;
    }

    void find();
    void keep(FixKind kind, std::string value, const Result<Delta>& delta);
    void keepDifference(FixKind kind, std::string value, const Design& after);
    /// Keeps a change of one node; none for null.
    template<class N, class F>
    void change(FixKind kind, std::string value, const N* node, F how) {
        if (!node) return;
        N next = *node;
        how(next);
        EditBuilder edit(m_design);
        edit.put(std::move(next));
        keep(kind, std::move(value), edit.finish());
    }
    /// Keeps a change of the traffic of the rule that is the culprit.
    template<class F>
    void changeTraffic(FixKind kind, std::string value, F how);

    void removeCulprit();
    void removeReference();
    void giveAddress();
    void makeLabelLegal();
    void useSetting(std::string value);
    void leaveZoneOut();
    static std::string defaultOf(std::string_view field);
    /// ASCII letters and digits and `others`; every other run becomes one dash, none at the ends.
    static std::string cleaned(std::string_view text, std::string_view others);

    void mendNames();
    void mendSubnets();
    void mendRules();
    void mendRoutes();
    void mendServices();
    void mendWayOut();

    void useFreeCidr(const Subnet* subnet);
    void useFreeIpv6(const Subnet* subnet);
    void useZoneOfRegion();
    void nameGroup(const SecurityGroup* group);
    void renameGroup(const SecurityGroup* group);
    void cleanGroupName(const SecurityGroup* group);
    void cleanDescription();
    void moveRuleNumber();
    void renumberRules();
    void moveToEndpoint();
    void addElasticIp(const NatGateway* nat);
    void letAwsChoose();
    void useSubnets(const VpcEndpoint* endpoint);
    void useRetention(const FlowLog* log);
    void cleanLogGroup(const FlowLog* log);
    void renameLogGroup(const FlowLog* log);
    void addEndpoints(const Workload& workload);

    const Design& m_design;
    const Diagnostic& m_diagnostic;
    std::vector<Fix> m_fixes;
};

} // namespace sekisho::advice
