// SPDX-License-Identifier: Apache-2.0
#include "core/model/check.h"

#include "core/model/check_rules.h"

#include <algorithm>
#include <array>

namespace sekisho {

namespace {

using namespace checks;

/// The rules about one node, by what makes them stale: the node itself, what it refers to, its addresses. The
/// first are the most work, and a group that many rules name must not make them all be done again.
enum class Step : std::uint8_t { Alone, Links, Addresses };
constexpr std::size_t stepCount = 3;

using Topic = void (*)(Inquiry&);
constexpr std::array<Topic, 14> topics = {
    checkSettings,   checkVpcs,      checkSubnets,     checkInternetGateways, checkGroups,
    checkAcls,       checkNatLoops,  checkRouteTables, checkNatGateways,      checkElasticIps,
    checkPrivateIps, checkEndpoints, checkPeerings,    checkFlowLogs,
};

void alone(Inquiry& q, const Node& node) {
    checkNames(q, node);
    std::visit(Overloaded{
                   [&](const Vpc& n) { checkAlone(q, n); },
                   [&](const AvailabilityZone& n) { checkAlone(q, n); },
                   [&](const Subnet& n) { checkAlone(q, n); },
                   [](const InternetGateway&) {},
                   [](const EgressOnlyInternetGateway&) {},
                   [](const RouteTable&) {},
                   [&](const NatGateway& n) { checkAlone(q, n); },
                   [](const ElasticIp&) {},
                   [&](const SecurityGroup& n) { checkAlone(q, n); },
                   [&](const NetworkAcl& n) { checkAlone(q, n); },
                   [&](const PrefixList& n) { checkAlone(q, n); },
                   [&](const VpcEndpoint& n) { checkAlone(q, n); },
                   [&](const Peering& n) { checkAlone(q, n); },
                   [&](const FlowLog& n) { checkAlone(q, n); },
                   [&](const Workload& n) { checkAlone(q, n); },
                   [](const External&) {},
               },
               node);
}

void links(Inquiry& q, const Node& node) {
    checkZoneNames(q, node);
    std::visit(Overloaded{
                   [](const Vpc&) {},
                   [&](const AvailabilityZone& n) { checkLinks(q, n); },
                   [&](const Subnet& n) { checkLinks(q, n); },
                   [&](const InternetGateway& n) { checkLinks(q, n); },
                   [&](const EgressOnlyInternetGateway& n) { checkLinks(q, n); },
                   [&](const RouteTable& n) { checkLinks(q, n); },
                   [&](const NatGateway& n) { checkLinks(q, n); },
                   [](const ElasticIp&) {},
                   [&](const SecurityGroup& n) { checkLinks(q, n); },
                   [&](const NetworkAcl& n) { checkLinks(q, n); },
                   [](const PrefixList&) {},
                   [&](const VpcEndpoint& n) { checkLinks(q, n); },
                   [&](const Peering& n) { checkLinks(q, n); },
                   [&](const FlowLog& n) { checkLinks(q, n); },
                   [&](const Workload& n) { checkLinks(q, n); },
                   [](const External&) {},
               },
               node);
}

/// Some rules applied to something: what they looked at.
struct Unit {
    Reads reads;
    bool stale = true;
};

/// A finding on its way, with the unit it comes from.
struct Found {
    Diagnostic finding;
    Unit* unit;
};

/// The node a finding is listed under; number 0 before all nodes.
ElementId ownerOf(const Diagnostic& finding) {
    for (const ElementId subject : finding.subjects)
        if (isNodeKind(subject.kind)) return subject;
    return {};
}

/// By node, then part (the node itself first), then code; then whatever makes the order the same every time.
bool isBefore(const Diagnostic& a, const Diagnostic& b) {
    const auto byPlace = [](const Diagnostic& d) {
        const bool ofPart = !d.subjects.empty() && !isNodeKind(d.subjects.front().kind);
        return std::pair(ownerOf(d), ofPart ? d.subjects.front() : ElementId{});
    };
    const auto placeA = byPlace(a);
    const auto placeB = byPlace(b);
    if (placeA != placeB) return placeA < placeB;
    if (a.code != b.code) return a.code < b.code;
    if (a.subjects != b.subjects) return a.subjects < b.subjects;
    return std::lexicographical_compare(
        a.args.begin(), a.args.end(), b.args.begin(), b.args.end(),
        [](const DiagnosticArg& x, const DiagnosticArg& y) { return x.value < y.value; });
}

} // namespace

struct Checker::State {
    struct Entry {
        std::shared_ptr<const Node> node;
        std::array<Unit, stepCount> units;
    };

    bool started = false;
    Settings settings;
    Table<ElementId, ForeignText> foreign;
    std::map<ElementId, Entry> entries;
    std::array<Unit, topics.size()> topicUnits;
    AddressWatch addresses;
    Diagnostics findings;
    std::vector<Unit*> origins; // of the findings, one for one

    Reads takeOver(const Design& design, const ChangeSet* changes);
    void takeOverNode(ElementId id, std::shared_ptr<const Node> now, Reads& changed);
    bool markStale(Reads changed);
    void markAllStale();
    void dropStale();
    void inquireStale(const Design& design);
    void forEachUnit(const auto& visit) {
        for (Unit& unit : topicUnits)
            visit(unit);
        for (auto& [id, entry] : entries)
            for (Unit& unit : entry.units)
                visit(unit);
    }
};

/// Notes in `changed` what a unit may have looked at and now finds otherwise.
void Checker::State::takeOverNode(ElementId id, std::shared_ptr<const Node> now, Reads& changed) {
    const auto it = entries.find(id);
    const Node* before = it == entries.end() ? nullptr : it->second.node.get();
    if (before == now.get()) return;
    changed.elements.push_back(id);
    changed.elements.push_back({id.kind, 0});
    const auto* groupBefore = before ? std::get_if<SecurityGroup>(before) : nullptr;
    const auto* groupNow = now ? std::get_if<SecurityGroup>(now.get()) : nullptr;
    if (id.kind == Kind::SecurityGroup &&
        !(groupBefore && groupNow && isSameIdentity(*groupBefore, *groupNow))) {
        changed.identities.push_back(id);
        changed.identities.push_back({id.kind, 0});
    }
    Entry& entry = it == entries.end() ? entries[id] : it->second;
    entry.node = std::move(now);
    for (Unit& unit : entry.units)
        unit.stale = true;
}

Reads Checker::State::takeOver(const Design& design, const ChangeSet* changes) {
    Reads changed{addresses.update(design.addresses, changes ? &changes->sets : nullptr), {}};
    if (changes) {
        for (const ElementId id : changes->nodes)
            takeOverNode(id, design.network.nodes.share(id), changed);
        return changed;
    }
    std::vector<ElementId> gone;
    for (const auto& [id, entry] : entries)
        if (!design.network.nodes.contains(id)) gone.push_back(id);
    for (const ElementId id : gone)
        takeOverNode(id, nullptr, changed);
    for (const auto& entry : design.network.nodes)
        takeOverNode(entry.key, entry.value, changed);
    return changed;
}

/// Marks the units that looked at something that changed; whether any unit is stale.
bool Checker::State::markStale(Reads changed) {
    for (auto* ids : {&changed.elements, &changed.identities}) {
        std::sort(ids->begin(), ids->end());
        ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
    }
    const auto meet = [](const std::vector<ElementId>& reads, const std::vector<ElementId>& ids) {
        return !ids.empty() && std::any_of(reads.begin(), reads.end(), [&](ElementId id) {
            return std::binary_search(ids.begin(), ids.end(), id);
        });
    };
    bool any = false;
    forEachUnit([&](Unit& unit) {
        unit.stale = unit.stale || meet(unit.reads.elements, changed.elements) ||
                     meet(unit.reads.identities, changed.identities);
        any = any || unit.stale;
    });
    return any;
}

void Checker::State::markAllStale() {
    forEachUnit([](Unit& unit) { unit.stale = true; });
}

/// Forgets what stale units found, then the nodes that are gone.
void Checker::State::dropStale() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (origins[i]->stale) continue;
        if (kept != i) {
            findings[kept] = std::move(findings[i]);
            origins[kept] = origins[i];
        }
        ++kept;
    }
    findings.resize(kept);
    origins.resize(kept);
    std::erase_if(entries, [](const auto& entry) { return !entry.second.node; });
}

/// Lets stale units look again, and puts what they find in its place.
void Checker::State::inquireStale(const Design& design) {
    std::vector<Found> fresh;
    Diagnostics found;
    const auto inquire = [&](Unit& unit, const auto& rules) {
        if (!unit.stale) return;
        unit.reads = {};
        Inquiry inquiry(design, addresses, unit.reads, found);
        rules(inquiry);
        unit.stale = false;
        for (Diagnostic& finding : found)
            fresh.push_back({std::move(finding), &unit});
        found.clear();
    };
    for (std::size_t i = 0; i < topics.size(); ++i)
        inquire(topicUnits[i], topics[i]);
    for (auto& [id, entry] : entries) {
        const Node& node = *entry.node;
        const auto unit = [&units = entry.units](Step step) -> Unit& {
            return units[static_cast<std::size_t>(step)];
        };
        inquire(unit(Step::Alone), [&](Inquiry& q) { alone(q, node); });
        inquire(unit(Step::Links), [&](Inquiry& q) { links(q, node); });
        inquire(unit(Step::Addresses), [&](Inquiry& q) { checkAddresses(q, node); });
    }
    if (fresh.empty()) return;
    std::sort(fresh.begin(), fresh.end(),
              [](const Found& a, const Found& b) { return isBefore(a.finding, b.finding); });

    Diagnostics merged;
    std::vector<Unit*> mergedOrigins;
    merged.reserve(findings.size() + fresh.size());
    mergedOrigins.reserve(findings.size() + fresh.size());
    std::size_t old = 0;
    const auto takeOld = [&] {
        merged.push_back(std::move(findings[old]));
        mergedOrigins.push_back(origins[old++]);
    };
    for (Found& next : fresh) {
        while (old < findings.size() && isBefore(findings[old], next.finding))
            takeOld();
        merged.push_back(std::move(next.finding));
        mergedOrigins.push_back(next.unit);
    }
    while (old < findings.size())
        takeOld();
    findings = std::move(merged);
    origins = std::move(mergedOrigins);
}

Checker::Checker() : m_state(std::make_unique<State>()) {}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

const Diagnostics& Checker::update(const Design& design, const ChangeSet* changes) {
    State& state = *m_state;
    if (!state.started) changes = nullptr;
    if (changes && changes->onlyDiagram()) return state.findings;
    Reads changed = state.takeOver(design, changes);
    // Settings stand in most names, and what could not be evaluated silences findings: both are rare.
    const bool foreignChanged = changes ? changes->foreign : !(state.foreign == design.network.foreign);
    if (!state.started || foreignChanged || !(state.settings == design.settings)) {
        state.markAllStale();
        state.settings = design.settings;
        state.foreign = design.network.foreign;
        state.started = true;
    }
    if (!state.markStale(std::move(changed))) return state.findings;
    state.dropStale();
    state.inquireStale(design);
    return state.findings;
}

Diagnostics check(const Design& design) {
    return Checker().update(design);
}

} // namespace sekisho
