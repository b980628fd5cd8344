// SPDX-License-Identifier: Apache-2.0
#include "core/model/check.h"
#include "core/model/edits.h"
#include "core/model/fragment.h"
#include "core/model/references.h"
#include "core/model/templates.h"

#include <QTest>

#include <set>

using namespace sekisho;

/// Copies of parts of a design, whatever the part.
class FragmentTest : public QObject {
    Q_OBJECT
private slots:
    void everyNodeCanBeCopied();
    void copiesShareNoIds();
    void missingNodesAreNotCopied();
    void aZoneBecomesTheNext();
    void aZoneIsNamedAndRoutedLikeItsOriginal();
    void aZoneExtendsWhatSpansZones();
    void aSubnetJoinsWhatItsOriginalJoined();
};

namespace {

/// What was there, but for the subnets that joined it.
Node withoutNewJoins(Node node, const Node& before) {
    const auto takeBack = [&](auto& now, const auto& then) {
        if (now.associations.size() > then.associations.size())
            now.associations.resize(then.associations.size());
    };
    if (auto* table = std::get_if<RouteTable>(&node)) takeBack(*table, std::get<RouteTable>(before));
    if (auto* acl = std::get_if<NetworkAcl>(&node)) takeBack(*acl, std::get<NetworkAcl>(before));
    if (auto* workload = std::get_if<Workload>(&node))
        workload->interfaces.resize(
            std::min(workload->interfaces.size(), std::get<Workload>(before).interfaces.size()));
    return node;
}

template<class N>
const N* named(const Design& design, std::string_view name) {
    for (const N& node : design.network.all<N>())
        if (node.name == name) return &node;
    return nullptr;
}

bool serves(const auto* holder, const Subnet* subnet) {
    return holder && subnet &&
           std::any_of(holder->associations.begin(), holder->associations.end(),
                       [&](const auto& association) { return association.subnet == subnet->id; });
}

} // namespace

void FragmentTest::everyNodeCanBeCopied() {
    const Design design = *makeTemplate("hands-on");
    for (const auto& entry : design.network.nodes) {
        const QByteArray id = QByteArray::fromStdString(toString(entry.key));
        const Fragment fragment = fragmentOf(design, {entry.key});
        QVERIFY2(fragment.roots == std::vector<ElementId>{entry.key}, id);
        const auto pasted = edits::pasteFragment(design, fragment);
        QVERIFY2(pasted.has_value(), id);
        Design after = design;
        QVERIFY2(after.apply(pasted->delta).has_value(), id);
        // All its workloads stand in both zones: they are drawn in the copy of one too.
        const auto stays =
            entry.key.kind != Kind::AvailabilityZone
                ? 0
                : std::count_if(fragment.nodes.begin(), fragment.nodes.end(),
                                [](const Node& node) { return std::holds_alternative<Workload>(node); });
        QCOMPARE(after.network.nodes.size(),
                 design.network.nodes.size() + fragment.nodes.size() - std::size_t(stays));
        QCOMPARE(pasted->roots.size(), std::size_t(1));
        QVERIFY2(after.network.find(pasted->roots.front()), id);
        // What was there is untouched, and references lead somewhere.
        for (const auto& old : design.network.nodes)
            QVERIFY2(withoutNewJoins(*after.network.find(old.key), *old.value) == *old.value, id);
        for (const auto& node : after.network.nodes)
            forEachReference(*node.value,
                             [&](ElementId, ElementId target) { QVERIFY2(after.network.find(target), id); });
        QVERIFY(after.apply(pasted->delta.inverse()).has_value());
        QVERIFY(after == design);
    }
}

void FragmentTest::copiesShareNoIds() {
    const Design design = *makeTemplate("hands-on");
    std::vector<ElementId> all;
    for (const auto& entry : design.network.nodes)
        all.push_back(entry.key);
    const auto pasted = edits::pasteFragment(design, fragmentOf(design, all));
    QVERIFY(pasted.has_value());
    Design after = design;
    QVERIFY(after.apply(pasted->delta).has_value());
    std::set<ElementId> ids;
    for (const auto& node : after.network.nodes) {
        QVERIFY(ids.insert(node.key).second);
        forEachPart(*node.value, [&](ElementId part) { QVERIFY(ids.insert(part).second); });
    }
    QCOMPARE(after.network.nodes.size(), 2 * design.network.nodes.size());
}

void FragmentTest::missingNodesAreNotCopied() {
    const Design design = *makeTemplate("hands-on");
    QVERIFY(fragmentOf(design, {SubnetId{99}}).nodes.empty());
    const auto pasted = edits::pasteFragment(design, {});
    QVERIFY(pasted && pasted->delta.empty());
}

/// No VPC has a zone twice: the copy of one is the next that the Region has.
void FragmentTest::aZoneBecomesTheNext() {
    Design design = *makeTemplate("hands-on");
    const auto zones = design.network.all<AvailabilityZone>();
    const VpcId vpc = zones.begin()->vpc;
    const Fragment fragment = fragmentOf(design, {zones.begin()->id});
    PasteOptions options;
    options.zonesOfRegion = {"ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"};
    for (const char* expected : {"ap-northeast-1d", "ap-northeast-1e"}) {
        const auto pasted = edits::pasteFragment(design, fragment, options);
        QVERIFY(pasted && design.apply(pasted->delta).has_value());
        QCOMPARE(zonesOf(design.network, vpc).back()->zone, std::string(expected));
    }
    // Where it is not taken, it stays.
    Design other;
    const auto net = edits::addVpcWithSubnets(other, "net", *Cidr::parse("10.1.0.0/16"), {"ap-northeast-1c"});
    QVERIFY(net && other.apply(*net).has_value());
    options.into = ElementId(other.network.all<Vpc>().begin()->id);
    options.sameDesign = false;
    const auto pasted = edits::pasteFragment(other, fragment, options);
    QVERIFY(pasted && other.apply(pasted->delta).has_value());
    QCOMPARE(zonesOf(other.network, other.network.all<Vpc>().begin()->id).back()->zone,
             std::string("ap-northeast-1a"));
}

/// The copy of a zone stands in the design as if it had been drawn: named after its zone, its private subnets
/// behind their own NAT gateway, its public ones behind the table of all.
void FragmentTest::aZoneIsNamedAndRoutedLikeItsOriginal() {
    Design design = *makeTemplate("hands-on");
    const VpcId vpc = design.network.all<Vpc>().begin()->id;
    const auto s3 = edits::addVpcEndpoint(design, vpc, EndpointType::Gateway, "s3");
    QVERIFY(s3 && design.apply(*s3).has_value());
    const auto* zone = zonesOf(design.network, vpc).back();
    QCOMPARE(zone->zone, std::string("ap-northeast-1c"));
    PasteOptions options;
    options.zonesOfRegion = {"ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"};
    const auto pasted = edits::pasteFragment(design, fragmentOf(design, {zone->id}), options);
    QVERIFY(pasted && design.apply(pasted->delta).has_value());

    QVERIFY(named<AvailabilityZone>(design, "ap-northeast-1d"));
    const auto* open = named<Subnet>(design, "public-1d");
    const auto* closed = named<Subnet>(design, "private-1d");
    QVERIFY(serves(named<RouteTable>(design, "public"), open));
    const auto* table = named<RouteTable>(design, "private-1d");
    QVERIFY(serves(table, closed));
    const auto* nat = named<NatGateway>(design, "nat-1d");
    QVERIFY(nat && nat->subnet == open->id);
    QVERIFY(std::any_of(table->routes.begin(), table->routes.end(),
                        [&](const Route& route) { return route.target == RouteTarget(nat->id); }));
    for (const auto& entry : design.network.nodes) {
        const std::string& name = baseOf(*entry.value).name;
        QVERIFY2(!name.ends_with("1c copy"), name.c_str());
    }
    // Whether an ACL is in force is copied too.
    for (const NetworkAcl& acl : design.network.all<NetworkAcl>())
        for (const NetworkAclAssociation& association : acl.associations)
            QCOMPARE(association.active, acl.associations.front().active);
    QVERIFY(serves(named<NetworkAcl>(design, "public"), open));
    // The private subnets reach S3 as their originals do.
    const auto& tables = design.network.all<VpcEndpoint>().begin()->routeTables;
    QVERIFY(std::find(tables.begin(), tables.end(), table->id) != tables.end());
}

/// Load balancers and services of several zones stand in the new one too, instead of being there twice.
void FragmentTest::aZoneExtendsWhatSpansZones() {
    Design design = *makeTemplate("hands-on");
    const VpcId vpc = design.network.all<Vpc>().begin()->id;
    const auto ecr = edits::addVpcEndpoint(design, vpc, EndpointType::Interface, "ecr.api");
    QVERIFY(ecr && design.apply(*ecr).has_value());
    VpcEndpoint endpoint = *design.network.all<VpcEndpoint>().begin();
    endpoint.subnets = {named<Subnet>(design, "private-1a")->id, named<Subnet>(design, "private-1c")->id};
    const auto both = edits::replaceNode(design, endpoint);
    QVERIFY(both && design.apply(*both).has_value());
    const std::size_t workloads = design.network.all<Workload>().size();
    const auto* zone = zonesOf(design.network, vpc).back();
    const Fragment fragment = fragmentOf(design, {zone->id});
    const auto pasted = edits::pasteFragment(design, fragment);
    QVERIFY(pasted && design.apply(pasted->delta).has_value());
    const AvailabilityZoneId added{pasted->roots.front().number};
    QCOMPARE(design.network.all<Workload>().size(), workloads);
    const auto standsIn = [&](const SubnetId id) { return design.network.get(id)->az == added; };
    for (const Workload& workload : design.network.all<Workload>()) {
        QCOMPARE(workload.interfaces.size(), std::size_t{3});
        QVERIFY(standsIn(workload.interfaces.back().subnet));
        QVERIFY(!workload.interfaces.back().privateIp && !workload.interfaces.back().elasticIp);
    }
    const auto& subnets = design.network.all<VpcEndpoint>().begin()->subnets;
    QCOMPARE(subnets.size(), std::size_t{3});
    QVERIFY(standsIn(subnets.back()));
    QVERIFY(!hasErrors(check(design)));

    // Cut and pasted they are what they were.
    const auto gone = edits::removeElements(design, {added});
    QVERIFY(gone && design.apply(*gone).has_value());
    const auto back = edits::pasteFragment(design, fragment);
    QVERIFY(back && design.apply(back->delta).has_value());
    QCOMPARE(design.network.all<Workload>().size(), workloads);

    // A subnet beside the original in the same zone is no new zone: there the copy stands alone.
    const auto beside =
        edits::pasteFragment(design, fragmentOf(design, {named<Subnet>(design, "public-1a")->id}));
    QVERIFY(beside && design.apply(beside->delta).has_value());
    QVERIFY(named<Workload>(design, "alb copy"));
}

void FragmentTest::aSubnetJoinsWhatItsOriginalJoined() {
    Design design = *makeTemplate("hands-on");
    const auto* subnet = named<Subnet>(design, "private-1a");
    const Fragment fragment = fragmentOf(design, {subnet->id});
    const auto pasted = edits::pasteFragment(design, fragment);
    QVERIFY(pasted && design.apply(pasted->delta).has_value());
    QVERIFY(serves(named<RouteTable>(design, "private-1a"), named<Subnet>(design, "private-1a copy")));
    QVERIFY(serves(named<NetworkAcl>(design, "private"), named<Subnet>(design, "private-1a copy")));

    // In another VPC, or another design, the same table would be another's.
    const auto net =
        edits::addVpcWithSubnets(design, "net", *Cidr::parse("10.1.0.0/16"), {"ap-northeast-1a"});
    QVERIFY(net && design.apply(*net).has_value());
    PasteOptions options;
    options.into = zonesOf(design.network, named<Vpc>(design, "net")->id).front()->id;
    const auto there = edits::pasteFragment(design, fragment, options);
    QVERIFY(there && design.apply(there->delta).has_value());
    for (const RouteTable& table : design.network.all<RouteTable>())
        for (const RouteTableAssociation& association : table.associations)
            QVERIFY(association.subnet != SubnetId::from(there->roots.front()));
}

QTEST_GUILESS_MAIN(FragmentTest)
#include "test_fragment.moc"
