// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/addresses.h"
#include "core/model/design.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// The rules behind check(), and how they look at a design. Used by check*.cpp alone.
namespace sekisho::checks {

/// Which resource sets an element is in; kept up to date set by set.
class AddressWatch {
public:
    /// Takes over the sets that changed (null: looks at all); the elements that this concerns.
    std::vector<ElementId> update(const Addresses& addresses, const std::vector<ResourceKey>* changed);
    /// The sets of an element; null: none.
    const std::vector<const ResourceKey*>* find(ElementId element) const;
    const ResourceSet* find(const ResourceKey& key) const;

private:
    using Set = std::shared_ptr<const ResourceSet>;

    std::map<ResourceKey, Set> m_sets;
    std::unordered_map<ElementId, std::vector<const ResourceKey*>> m_places; // keys of m_sets
};

/// What was looked at. A number of 0 stands for all nodes of the kind.
struct Reads {
    std::vector<ElementId> elements;
    /// Security groups of which only what tells them apart was looked at (see isSameIdentity): there are
    /// thousands, they name each other, and a new rule in one must not concern all that name it.
    std::vector<ElementId> identities;
};

/// One round of looking: gives access to the design, notes what was looked at, collects what was found.
class Inquiry {
public:
    Inquiry(const Design& design, const AddressWatch& addresses, Reads& reads, Diagnostics& found)
        : m_design(design), m_addresses(addresses), m_reads(reads), m_found(found) {}

    const Settings& settings() const { return m_design.settings; }
    /// The network, for functions that take it whole: what they read is to be noted with all().
    const Network& network() const { return m_design.network; }

    template<Kind K>
    auto get(Id<K> id) {
        m_reads.elements.push_back(id);
        return m_design.network.get(id);
    }
    /// A group of which the rules are not looked at.
    const SecurityGroup* identityOf(SecurityGroupId id) {
        m_reads.identities.push_back(id);
        return m_design.network.get(id);
    }
    /// All nodes of a type; of security groups their identities.
    template<class N>
    Network::Range<N> all() {
        (std::is_same_v<N, SecurityGroup> ? m_reads.identities : m_reads.elements).push_back({kindOf<N>, 0});
        return m_design.network.all<N>();
    }
    /// A finding that `holder`, as subjects, refers to what does not exist.
    void dangling(ElementId target, std::string_view field, std::vector<ElementId> holder);
    /// Like get(), with a finding if there is no such node.
    template<Kind K>
    auto require(Id<K> id, std::string_view field, std::vector<ElementId> holder) {
        const auto* node = get(id);
        if (!node) dangling(id, field, std::move(holder));
        return node;
    }

    const AvailabilityZone* zoneOf(SubnetId subnet);
    std::optional<VpcId> vpcOf(SubnetId subnet);
    std::optional<VpcId> vpcOf(const NatGateway& nat);
    /// The address sets of an element; null: none.
    const std::vector<const ResourceKey*>* addressesOf(ElementId element);
    const ResourceSet* addressSet(const ResourceKey& key) const { return m_addresses.find(key); }

    std::string expand(const NameTemplate& name, std::string_view azLetter = {}) const;

    void error(Code code, std::vector<ElementId> subjects, std::vector<DiagnosticArg> args = {}) {
        add(sekisho::error(code, std::move(args), std::move(subjects)));
    }
    void warning(Code code, std::vector<ElementId> subjects, std::vector<DiagnosticArg> args = {}) {
        add(sekisho::warning(code, std::move(args), std::move(subjects)));
    }
    void info(Code code, std::vector<ElementId> subjects, std::vector<DiagnosticArg> args = {}) {
        add(sekisho::info(code, std::move(args), std::move(subjects)));
    }
    /// A quota that AWS raises on request: beyond `quota` a warning, beyond `most` an error.
    void quota(Code code, std::size_t count, std::size_t quota, std::size_t most,
               std::vector<ElementId> subjects, std::vector<DiagnosticArg> args = {});

private:
    void add(Diagnostic finding);

    const Design& m_design;
    const AddressWatch& m_addresses;
    Reads& m_reads;
    Diagnostics& m_found;
};

/// For Inquiry::quota: there is no limit to what can be asked for.
inline constexpr std::size_t noLimit = static_cast<std::size_t>(-1);

/// Whether nothing that one group's rules about all groups look at differs.
bool isSameIdentity(const SecurityGroup& a, const SecurityGroup& b);

// --- Rules about one node: they read it and the settings, nothing else
// --------------------------------------------

void checkNames(Inquiry& q, const Node& node);
void checkAlone(Inquiry& q, const AvailabilityZone& zone);
void checkAlone(Inquiry& q, const Vpc& vpc);
void checkAlone(Inquiry& q, const Subnet& subnet);
void checkAlone(Inquiry& q, const NatGateway& nat);
void checkAlone(Inquiry& q, const SecurityGroup& group);
void checkAlone(Inquiry& q, const NetworkAcl& acl);
void checkAlone(Inquiry& q, const PrefixList& list);
void checkAlone(Inquiry& q, const VpcEndpoint& endpoint);
void checkAlone(Inquiry& q, const Peering& peering);
void checkAlone(Inquiry& q, const FlowLog& log);
void checkAlone(Inquiry& q, const Workload& workload);

// --- Rules about a node and what it refers to
// ---------------------------------------------------------------------

void checkZoneNames(Inquiry& q, const Node& node);
void checkAddresses(Inquiry& q, const Node& node);
void checkLinks(Inquiry& q, const AvailabilityZone& zone);
void checkLinks(Inquiry& q, const Subnet& subnet);
void checkLinks(Inquiry& q, const InternetGateway& gateway);
void checkLinks(Inquiry& q, const EgressOnlyInternetGateway& gateway);
void checkLinks(Inquiry& q, const RouteTable& table);
void checkLinks(Inquiry& q, const NatGateway& nat);
void checkLinks(Inquiry& q, const SecurityGroup& group);
void checkLinks(Inquiry& q, const NetworkAcl& acl);
void checkLinks(Inquiry& q, const VpcEndpoint& endpoint);
void checkLinks(Inquiry& q, const Peering& peering);
void checkLinks(Inquiry& q, const FlowLog& log);
void checkLinks(Inquiry& q, const Workload& workload);

// --- Rules about many nodes together
// ------------------------------------------------------------------------------

void checkSettings(Inquiry& q);
void checkVpcs(Inquiry& q);
void checkSubnets(Inquiry& q);
void checkInternetGateways(Inquiry& q);
void checkGroups(Inquiry& q);
void checkAcls(Inquiry& q);
void checkRouteTables(Inquiry& q);
void checkNatLoops(Inquiry& q);
void checkNatGateways(Inquiry& q);
void checkElasticIps(Inquiry& q);
void checkPrivateIps(Inquiry& q);
void checkEndpoints(Inquiry& q);
void checkPeerings(Inquiry& q);
void checkFlowLogs(Inquiry& q);

// --- What several of them need
// ------------------------------------------------------------------------------------

/// "ap-northeast-1": the syntax alone.
bool isRegionName(std::string_view text);
/// Unicode characters; a broken byte counts as one.
std::size_t characterCount(std::string_view text);
/// Up to five different characters of the text that `isAllowed` does not take, quoted for people; empty:
/// none. It gets bytes above 0x7f as characters of their code point.
std::string foreignCharacters(std::string_view text, bool (*isAllowed)(char32_t));
/// What names and descriptions of security groups are made of.
bool isGroupCharacter(char32_t c);
std::string lowerAscii(std::string_view text);
std::string_view familyWord(IpFamily family);        ///< "IPv4"
std::string_view directionWord(Direction direction); ///< "ingress"

/// What is wrong with the traffic of a rule, whose peer is of that family (if it is of one).
void checkTraffic(Inquiry& q, const Traffic& traffic, std::optional<IpFamily> family, ElementId rule,
                  ElementId owner);

/// How much a list weighs in the quotas of rules and routes.
std::size_t weightOf(const PrefixList& list);
/// How many rules of a group count in its quotas: [direction][family].
using RuleCounts = std::array<std::array<std::size_t, 2>, 2>;
RuleCounts ruleCounts(Inquiry& q, const SecurityGroup& group);
/// The rules about the groups of an interface. `holder`: the node that has them.
void checkMemberships(Inquiry& q, const std::vector<SecurityGroupId>& groups, std::optional<VpcId> vpc,
                      ElementId holder, Code otherVpc);

/// What is wrong with an address of one's choice in a subnet. `holder`: the node that has it, then its
/// interface if it has several.
void checkPrivateIp(Inquiry& q, const IpAddress& address, const Subnet& subnet,
                    std::vector<ElementId> holder);

} // namespace sekisho::checks
