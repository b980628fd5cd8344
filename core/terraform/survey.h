// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostic.h"
#include "core/model/addresses.h"
#include "core/model/design.h"
#include "core/terraform/export.h"
#include "core/terraform/term.h"

#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace sekisho::terraform {

/// What every resource of one export may have to know about the whole design. Refers to the design, which
/// must outlive it.
class Survey {
public:
    Survey(const Design& design, const ExportOptions& options);

    /// Follows an edit by which groups get other rules or names, but no other addresses: gives the groups
    /// whose part of the plan is another one now, sorted. Nothing where more may have changed; then this is
    /// of no further use. `next` is the edited design; the one that this refers to is to become the same.
    std::optional<std::vector<SecurityGroupId>> follow(const ChangeSet& change, const Design& next);

    const Design& design() const { return *m_design; }
    const Network& network() const { return m_design->network; }
    const ExportOptions& options() const { return m_options; }
    const AddressIndex& addresses() const { return m_addresses; }
    bool isAddOn() const { return m_options.mode == ExportMode::AddOn; }

    /// The VPC whose CIDR and zones are variables: the first one.
    const Vpc* mainVpc() const { return m_mainVpc; }
    /// Zones of the main VPC, as var.availability_zones lists them.
    const std::vector<const AvailabilityZone*>& zones() const { return m_zones; }
    /// Position in var.availability_zones.
    std::optional<std::size_t> zoneIndex(AvailabilityZoneId zone) const;

    /// The node that a part with a resource of its own belongs to; itself for a node that exists.
    std::optional<ElementId> ownerOf(ElementId element) const;
    /// Whether the rules of a group are resources of their own.
    bool hasSeparateRules(SecurityGroupId group) const { return m_allSeparate || m_separate.contains(group); }
    bool isActive(const NetworkAclAssociation& association) const {
        return association.active || m_options.associateNacls;
    }
    /// Subnets of the VPC that no custom ACL holds: those of the default one.
    std::vector<SubnetId> subnetsOnDefaultAcl(VpcId vpc) const;
    /// Where the element stands: the zone of a node, a route's or association's table or subnet.
    std::optional<AvailabilityZoneId> zoneOf(ElementId element) const;

private:
    bool sharesAddresses(const SecurityGroup& group) const;

    const Design* m_design;
    ExportOptions m_options;
    AddressIndex m_addresses;
    const Vpc* m_mainVpc = nullptr;
    std::vector<const AvailabilityZone*> m_zones;
    std::unordered_map<ElementId, ElementId> m_owners;
    bool m_allSeparate = false;
    bool m_withRules = false; ///< rules of groups have resources of their own, or may have
    std::set<SecurityGroupId> m_separate;
};

/// Groups that refer to each other, directly or through others: in one file's inline rules Terraform would
/// find a cycle. A group that refers to itself alone is not among them.
std::set<SecurityGroupId> groupsInCycles(const Design& design);

/// Looks things up for one resource set and remembers what it saw, so that the text can be kept for as long
/// as that stays the same.
class Scope {
public:
    Scope(const Survey& survey, std::string address) : m_survey(&survey), m_address(std::move(address)) {}

    const Survey& survey() const { return *m_survey; }
    /// Address of the set, for diagnostics.
    const std::string& address() const { return m_address; }

    template<Kind K>
    auto get(Id<K> id) {
        const auto* node = m_survey->network().get(id);
        sawNode(id);
        return node;
    }
    const Node* node(ElementId id) {
        sawNode(id);
        return m_survey->network().find(id);
    }
    std::optional<AddressRef> find(ElementId element, std::string_view type);
    /// The route of that id in the table it belongs to.
    const Route* route(RouteId id);
    /// Whether the element exists only while NAT is switched on.
    bool toggled(ElementId element);
    /// To be called when something was looked at that no node or address of the set stands for.
    void sawTheWhole() { m_volatile = true; }

    /// Keeps a diagnostic, once.
    void report(Diagnostic diagnostic);
    /// An error about the set: its address is added to the arguments.
    void refuse(Code code, std::vector<ElementId> subjects, std::vector<DiagnosticArg> args = {});

    /// Whether one of these nodes (sorted) was looked at, or anything that no node stands for.
    bool sawOneOf(const std::vector<ElementId>& nodes) const;
    /// What was looked at: still the same in `survey`?
    bool holds(const Survey& survey) const;
    const Diagnostics& diagnostics() const { return m_diagnostics; }

private:
    struct SeenNode {
        ElementId id;
        const Node* node;
    };
    struct SeenAddress {
        ElementId element;
        std::string_view type;
        const ResourceSet* set;
        std::string label;
    };
    void sawNode(ElementId id);

    const Survey* m_survey;
    std::string m_address;
    std::vector<SeenNode> m_nodes;
    std::vector<SeenAddress> m_found;
    Diagnostics m_diagnostics;
    bool m_volatile = false;
};

} // namespace sekisho::terraform
