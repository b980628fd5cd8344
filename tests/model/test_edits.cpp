// SPDX-License-Identifier: Apache-2.0
#include "core/model/acceptances.h"
#include "core/model/address_book.h"
#include "core/model/check.h"
#include "core/model/edits.h"
#include "core/model/references.h"
#include "core/model/templates.h"

#include <QTest>

#include <set>

using namespace sekisho;

namespace {

Design handsOn() {
    return *makeTemplate("hands-on");
}

void apply(Design& design, const Result<Delta>& delta) {
    if (!delta) qFatal("refused: %s", std::string(codeText(delta.error().code)).c_str());
    const auto changes = design.apply(*delta);
    if (!changes) qFatal("does not apply: %s", std::string(codeText(changes.error().code)).c_str());
}

/// The address of an element under a type; empty if it has none.
QByteArray address(const Design& design, ElementId element, std::string_view type) {
    const AddressIndex index(design.addresses);
    const auto ref = index.find(element, type);
    return ref ? QByteArray::fromStdString(toString(*ref)) : QByteArray();
}

template<class N>
const N& last(const Design& design) {
    const N* found = nullptr;
    for (const N& node : design.network.all<N>())
        found = &node;
    if (!found) qFatal("no such node");
    return *found;
}

QByteArrayList moves(const Design& design) {
    QByteArrayList list;
    for (const MovedAddress& move : design.addresses.moved)
        list << QByteArray::fromStdString(move.from + " -> " + move.to);
    return list;
}

} // namespace

/// The named edits, and the addresses that go with them.
class EditsTest : public QObject {
    Q_OBJECT

private slots:
    void handsOnHasTheArticlesAddresses_data();
    void handsOnHasTheArticlesAddresses();
    void nothingIsWithoutAddress();
    void aZoneIsAppended();
    void natPerZoneJoinsTheSets();
    void emptyToThreeZones();
    void removingTheMiddleKeepsTheRest();
    void removingAZoneTakesItsTables();
    void removingTheLastShrinks();
    void removalTakesWhatHangsOnIt();
    void removingTheVpcLeavesTheWorldOutside();
    void renameTouchesNothingElse();
    void subnetTakesTheNextFreeBlock();
    void fullVpcIsRefused();
    void duplicateGroupKeepsInnerReferences();
    void duplicateSubnetBringsItsContents();
    void aclRulesNumberThemselves();
    void reorderNumbersInTens();
    void reorderWantsEachRuleOnce();
    void associatingAnAclEndsTheOther();
    void activatingOneOfTwoKeepsIndicesWritable();
    void routeTableAssociationGoesOver();
    void membership();
    void groupsWithNamesOfOtherScripts();
    void formsOfAddress();
    void movedAddresses();
    void relabelMoves();
    void relabelRefusals();
    void removedPartsEndAcceptances();
    void acceptances();
    void idsThatNameNothing();
    void privateNatLeavesTheSwitchAlone();
    void natGatewaysGetAddresses();
};

void EditsTest::handsOnHasTheArticlesAddresses_data() {
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("address");
    const auto row = [](const char* id, const char* type, const char* address) {
        QTest::newRow(address) << QByteArray(id) << QByteArray(type) << QByteArray(address);
    };
    row("vpc-1", "aws_vpc", "aws_vpc.main");
    row("igw-1", "aws_internet_gateway", "aws_internet_gateway.main");
    row("subnet-1", "aws_subnet", "aws_subnet.public[0]");
    row("subnet-4", "aws_subnet", "aws_subnet.private[1]");
    row("route-table-3", "aws_route_table", "aws_route_table.private[1]");
    row("eip-2", "aws_eip", "aws_eip.nat[1]");
    row("nat-1", "aws_nat_gateway", "aws_nat_gateway.main[0]");
    row("route-2", "aws_route", "aws_route.private_nat[0]");
    row("sg-3", "aws_security_group", "aws_security_group.rds");
    row("nacl-1", "aws_network_acl", "aws_network_acl.public");
    row("nacl-association-4", "aws_network_acl_association", "aws_network_acl_association.private[1]");
    row("route-table-association-1", "aws_route_table_association", "aws_route_table_association.public[0]");
}

void EditsTest::handsOnHasTheArticlesAddresses() {
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, type);
    QTEST(address(handsOn(), *elementIdFromString(id.toStdString()), type.toStdString()), "address");
}

void EditsTest::nothingIsWithoutAddress() {
    for (const char* name : {"hands-on", "scale"}) {
        const Design design = *makeTemplate(name);
        for (const auto& entry : design.network.nodes)
            for (const TypedElement& element : addressableElements(*entry.value))
                QVERIFY2(!address(design, element.element, element.type).isEmpty(),
                         toString(element.element).c_str());
    }
}

void EditsTest::aZoneIsAppended() {
    Design design = handsOn();
    apply(design, edits::addAvailabilityZone(design, VpcId{1}, "ap-northeast-1b")); // before c by its letter
    apply(design, edits::addSubnet(design, AvailabilityZoneId{3}, Tier::Public));
    apply(design, edits::addSubnet(design, AvailabilityZoneId{3}, Tier::Private));
    QCOMPARE(address(design, SubnetId{5}, "aws_subnet"), QByteArray("aws_subnet.public[2]"));
    QCOMPARE(address(design, SubnetId{6}, "aws_subnet"), QByteArray("aws_subnet.private[2]"));
    QCOMPARE(address(design, SubnetId{2}, "aws_subnet"), QByteArray("aws_subnet.public[1]"));
    // The public one joined the table that leads to the internet gateway, under the next index.
    QCOMPARE(routeTableOf(design.network, SubnetId{5})->id, RouteTableId{1});
    QCOMPARE(address(design, RouteTableAssociationId{5}, "aws_route_table_association"),
             QByteArray("aws_route_table_association.public[2]"));
    QVERIFY(moves(design).isEmpty());
}

void EditsTest::natPerZoneJoinsTheSets() {
    Design design = handsOn();
    apply(design, edits::addAvailabilityZone(design, VpcId{1}, "ap-northeast-1d"));
    apply(design, edits::addSubnet(design, AvailabilityZoneId{3}, Tier::Public));
    apply(design, edits::addSubnet(design, AvailabilityZoneId{3}, Tier::Private));
    apply(design, edits::addNatGatewayPerZone(design, VpcId{1}));
    QCOMPARE(design.network.all<NatGateway>().size(), std::size_t(3));
    QCOMPARE(address(design, NatGatewayId{3}, "aws_nat_gateway"), QByteArray("aws_nat_gateway.main[2]"));
    QCOMPARE(address(design, ElasticIpId{3}, "aws_eip"), QByteArray("aws_eip.nat[2]"));
    const RouteTable& table = last<RouteTable>(design);
    QCOMPARE(address(design, table.id, "aws_route_table"), QByteArray("aws_route_table.private[2]"));
    QCOMPARE(address(design, table.routes.front().id, "aws_route"), QByteArray("aws_route.private_nat[2]"));
    QVERIFY(table.routes.front().onNatToggle);
    QVERIFY(last<NatGateway>(design).onNatToggle && last<ElasticIp>(design).onNatToggle);
}

void EditsTest::emptyToThreeZones() {
    Design design = *makeTemplate("empty");
    apply(design, edits::addVpcWithSubnets(design, "net", *Cidr::parse("10.1.0.0/16"),
                                           {"ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"}));
    apply(design, edits::addNatGatewayPerZone(design, VpcId{1}));
    QCOMPARE(address(design, VpcId{1}, "aws_vpc"), QByteArray("aws_vpc.main"));
    QCOMPARE(address(design, SubnetId{3}, "aws_subnet"), QByteArray("aws_subnet.public[2]"));
    QCOMPARE(address(design, SubnetId{6}, "aws_subnet"), QByteArray("aws_subnet.private[2]"));
    QCOMPARE(address(design, RouteTableId{1}, "aws_route_table"), QByteArray("aws_route_table.public"));
    QCOMPARE(address(design, last<RouteTable>(design).id, "aws_route_table"),
             QByteArray("aws_route_table.private[2]"));
    QCOMPARE(address(design, NatGatewayId{3}, "aws_nat_gateway"), QByteArray("aws_nat_gateway.main[2]"));
    QCOMPARE(design.network.get(SubnetId{6})->cidr->toString(), std::string("10.1.5.0/24"));
}

void EditsTest::removingTheMiddleKeepsTheRest() {
    Design design = handsOn();
    apply(design, edits::addAvailabilityZone(design, VpcId{1}, "ap-northeast-1d"));
    apply(design, edits::addSubnet(design, AvailabilityZoneId{3}, Tier::Public));
    const Design before = design;
    const auto removal = edits::removeElements(design, {AvailabilityZoneId{2}});
    apply(design, removal);
    QCOMPARE(address(design, SubnetId{1}, "aws_subnet"),
             QByteArray("aws_subnet.public[\"ap-northeast-1a\"]"));
    QCOMPARE(address(design, SubnetId{5}, "aws_subnet"),
             QByteArray("aws_subnet.public[\"ap-northeast-1d\"]"));
    const QByteArrayList expected{"aws_subnet.public[0] -> aws_subnet.public[\"ap-northeast-1a\"]",
                                  "aws_subnet.public[2] -> aws_subnet.public[\"ap-northeast-1d\"]"};
    for (const QByteArray& move : expected)
        QVERIFY2(moves(design).contains(move), move);
    for (const QByteArray& move : moves(design))
        QVERIFY2(!move.contains("-1c"), move);
    // NAT stood in the first two zones only: the end of its sets went, so they keep their indices.
    QCOMPARE(address(design, NatGatewayId{1}, "aws_nat_gateway"), QByteArray("aws_nat_gateway.main[0]"));
    apply(design, removal->inverse());
    QVERIFY(design == before);
}

/// A table that served the zone alone goes with it, where a main table or one of several zones stays.
void EditsTest::removingAZoneTakesItsTables() {
    Design design = handsOn();
    RouteTable main = *design.network.get(RouteTableId{3});
    main.main = true;
    apply(design, edits::replaceNode(design, main));
    apply(design, edits::removeElements(design, {AvailabilityZoneId{1}}));
    QVERIFY(design.network.get(RouteTableId{1}));
    QVERIFY(!design.network.get(RouteTableId{2}));
    apply(design, edits::removeElements(design, {AvailabilityZoneId{2}}));
    QVERIFY(design.network.get(RouteTableId{3}));
    // What a subnet leaves behind may be wanted for the next.
    design = handsOn();
    apply(design, edits::removeElements(design, {SubnetId{3}}));
    QVERIFY(design.network.get(RouteTableId{2}));
}

void EditsTest::removingTheLastShrinks() {
    Design design = handsOn();
    apply(design, edits::removeElements(design, {AvailabilityZoneId{2}}));
    QVERIFY(moves(design).isEmpty());
    QCOMPARE(address(design, SubnetId{1}, "aws_subnet"), QByteArray("aws_subnet.public[0]"));
    QVERIFY(!design.addresses.sets.find({"aws_subnet", "public"})->members.empty());
}

void EditsTest::removalTakesWhatHangsOnIt() {
    Design design = handsOn();
    apply(design, edits::removeElements(design, {SubnetId{1}}));
    QVERIFY(!design.network.get(NatGatewayId{1}));
    QVERIFY(!design.network.get(ElasticIpId{1})); // served nothing else
    QVERIFY(design.network.get(RouteTableId{2})->routes.empty());
    QCOMPARE(design.network.get(WorkloadId{1})->interfaces.size(), std::size_t(1));
    QCOMPARE(design.network.get(RouteTableId{1})->associations.size(), std::size_t(1));

    design = handsOn();
    apply(design, edits::removeElements(design, {SecurityGroupId{1}}));
    for (const SecurityGroupRule& rule : design.network.get(SecurityGroupId{2})->rules)
        QVERIFY(!std::holds_alternative<SecurityGroupId>(rule.peer));
    QVERIFY(design.network.get(WorkloadId{1})->securityGroups.empty());
}

void EditsTest::removingTheVpcLeavesTheWorldOutside() {
    Design design = handsOn();
    apply(design, edits::removeElements(design, {VpcId{1}}));
    QCOMPARE(design.network.nodes.size(), std::size_t(1));
    QVERIFY(design.network.get(ExternalId{1}));
    QVERIFY(design.addresses.sets.empty());
}

void EditsTest::renameTouchesNothingElse() {
    Design design = handsOn();
    const Design before = design;
    apply(design, edits::rename(design, SecurityGroupId{1}, "ロードバランサー ${oops}"));
    QCOMPARE(QByteArray::fromStdString(design.network.get(SecurityGroupId{1})->name),
             QByteArray("ロードバランサー ${oops}"));
    QVERIFY(design.addresses == before.addresses);
    QVERIFY(design.network.get(SecurityGroupId{1})->awsName ==
            before.network.get(SecurityGroupId{1})->awsName);
    QVERIFY(design.network.get(SecurityGroupId{1})->nameTag ==
            before.network.get(SecurityGroupId{1})->nameTag);
}

void EditsTest::subnetTakesTheNextFreeBlock() {
    Design design = handsOn();
    apply(design, edits::addSubnet(design, AvailabilityZoneId{1}, Tier::Isolated, "db"));
    const Subnet& subnet = last<Subnet>(design);
    QCOMPARE(subnet.cidr->toString(), std::string("10.0.0.0/24"));
    QCOMPARE(address(design, subnet.id, "aws_subnet"), QByteArray("aws_subnet.db[0]"));
    apply(design, edits::addSubnet(design, AvailabilityZoneId{2}, Tier::Isolated, "db"));
    QCOMPARE(last<Subnet>(design).cidr->toString(), std::string("10.0.3.0/24"));
    QCOMPARE(address(design, last<Subnet>(design).id, "aws_subnet"), QByteArray("aws_subnet.db[1]"));
    // One more of a kind takes after its siblings.
    apply(design, edits::addAvailabilityZone(design, VpcId{1}, "ap-northeast-1d"));
    apply(design, edits::addSubnet(design, AvailabilityZoneId{3}, Tier::Public, "public-1d"));
    QVERIFY(last<Subnet>(design).nameTag == design.network.get(SubnetId{1})->nameTag);
    QVERIFY(last<Subnet>(design).mapPublicIpOnLaunch);
    apply(design, edits::addSubnet(design, AvailabilityZoneId{3}, Tier::Private, "batch-1d"));
    QCOMPARE(last<Subnet>(design).nameTag.toString(),
             std::string("{project}-{environment}-batch-{az_letter}"));
}

void EditsTest::fullVpcIsRefused() {
    Design design = *makeTemplate("empty");
    apply(design, edits::addVpc(design, "tiny", *Cidr::parse("10.0.0.0/28")));
    apply(design, edits::addAvailabilityZone(design, VpcId{1}, "ap-northeast-1a"));
    apply(design, edits::addSubnet(design, AvailabilityZoneId{1}, Tier::Private));
    QCOMPARE(last<Subnet>(design).cidr->toString(), std::string("10.0.0.0/28"));
    const auto second = edits::addSubnet(design, AvailabilityZoneId{1}, Tier::Private);
    QVERIFY(!second);
    QCOMPARE(second.error().code, Code::edit_no_free_cidr);
}

void EditsTest::duplicateGroupKeepsInnerReferences() {
    Design design = handsOn();
    apply(design, edits::duplicateNodes(design, {SecurityGroupId{1}, SecurityGroupId{2}}, 10, 10));
    const SecurityGroup* copy = design.network.get(SecurityGroupId{5});
    QVERIFY(copy);
    QCOMPARE(copy->rules.size(), std::size_t(3));
    QVERIFY(std::get<SecurityGroupId>(copy->rules[0].peer) == SecurityGroupId{4}); // the copied alb
    QVERIFY(copy->awsName.toString() != design.network.get(SecurityGroupId{2})->awsName.toString());
    QCOMPARE(address(design, copy->id, "aws_security_group"), QByteArray("aws_security_group.ecs_copy"));
}

void EditsTest::duplicateSubnetBringsItsContents() {
    Design design = handsOn();
    apply(design, edits::duplicateNodes(design, {SubnetId{1}}, 0, 0));
    QCOMPARE(design.network.all<NatGateway>().size(), std::size_t(3));
    QCOMPARE(design.network.all<ElasticIp>().size(), std::size_t(3));
    QVERIFY(last<NatGateway>(design).elasticIps.front() == last<ElasticIp>(design).id);
    QCOMPARE(last<Subnet>(design).cidr->toString(), std::string("10.0.0.0/24"));
}

void EditsTest::aclRulesNumberThemselves() {
    Design design = handsOn();
    NetworkAclRule rule;
    rule.number = 0;
    rule.traffic = Traffic::tcp(22);
    rule.peer = Cidr::anywhere(IpFamily::V4);
    apply(design, edits::addNetworkAclRule(design, NetworkAclId{1}, rule));
    QCOMPARE(design.network.get(NetworkAclId{1})->rules.back().number, 130);
    rule.number = 32765;
    apply(design, edits::addNetworkAclRule(design, NetworkAclId{1}, rule));
    rule.number = 0;
    const auto beyond = edits::addNetworkAclRule(design, NetworkAclId{1}, rule);
    QVERIFY(!beyond);
    QCOMPARE(beyond.error().code, Code::edit_no_free_number);
}

void EditsTest::reorderNumbersInTens() {
    Design design = handsOn();
    apply(design,
          edits::reorderNetworkAclRules(design, NetworkAclId{1}, Direction::Ingress,
                                        {NetworkAclRuleId{3}, NetworkAclRuleId{1}, NetworkAclRuleId{2}}));
    const auto& rules = design.network.get(NetworkAclId{1})->rules;
    QCOMPARE(rules[0].id.number, 3u);
    QCOMPARE(rules[0].number, 100);
    QCOMPARE(rules[1].number, 110);
    QCOMPARE(rules[2].id.number, 2u);
    QCOMPARE(rules[2].number, 120);
    QCOMPARE(rules[3].direction, Direction::Egress);
}

void EditsTest::reorderWantsEachRuleOnce() {
    const Design design = handsOn();
    for (const std::vector<NetworkAclRuleId>& order :
         {std::vector<NetworkAclRuleId>{NetworkAclRuleId{1}, NetworkAclRuleId{2}},
          {NetworkAclRuleId{1}, NetworkAclRuleId{1}, NetworkAclRuleId{2}},
          {NetworkAclRuleId{1}, NetworkAclRuleId{2}, NetworkAclRuleId{4}}}) {
        const auto result = edits::reorderNetworkAclRules(design, NetworkAclId{1}, Direction::Ingress, order);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Code::edit_bad_order);
    }
}

void EditsTest::associatingAnAclEndsTheOther() {
    Design design = handsOn();
    apply(design, edits::setAssociationActive(design, NetworkAclAssociationId{1}, true));
    QCOMPARE(activeAclOf(design.network, SubnetId{1})->id, NetworkAclId{1});
    apply(design, edits::associateNetworkAcl(design, NetworkAclId{2}, SubnetId{1}));
    QCOMPARE(activeAclOf(design.network, SubnetId{1})->id, NetworkAclId{2});
    QCOMPARE(design.network.get(NetworkAclId{1})->associations.size(), std::size_t(1));
}

void EditsTest::activatingOneOfTwoKeepsIndicesWritable() {
    Design design = handsOn();
    apply(design, edits::setAssociationActive(design, NetworkAclAssociationId{2}, true));
    const ResourceSet* set = design.addresses.sets.find({"aws_network_acl_association", "public"});
    QVERIFY(set);
    QCOMPARE(set->form, AddressForm::ForEach); // [1] without [0] cannot be written with count
    QVERIFY(countOrderHolds(design, *set));
    design = handsOn();
    apply(design, edits::setAssociationActive(design, NetworkAclAssociationId{1}, true));
    QCOMPARE(design.addresses.sets.find({"aws_network_acl_association", "public"})->form, AddressForm::Count);
}

void EditsTest::routeTableAssociationGoesOver() {
    Design design = handsOn();
    const QByteArray before = address(design, RouteTableAssociationId{3}, "aws_route_table_association");
    apply(design, edits::associateRouteTable(design, RouteTableId{1}, SubnetId{3}));
    QCOMPARE(routeTableOf(design.network, SubnetId{3})->id, RouteTableId{1});
    QVERIFY(design.network.get(RouteTableId{2})->associations.empty());
    QCOMPARE(address(design, RouteTableAssociationId{3}, "aws_route_table_association"), before);
}

void EditsTest::membership() {
    Design design = handsOn();
    apply(design, edits::setMembership(design, SecurityGroupId{3}, WorkloadId{2}, true));
    QCOMPARE(design.network.get(WorkloadId{2})->securityGroups.size(), std::size_t(2));
    apply(design, edits::setMembership(design, SecurityGroupId{3}, WorkloadId{2}, true));
    QCOMPARE(design.network.get(WorkloadId{2})->securityGroups.size(), std::size_t(2));
    apply(design, edits::setMembership(design, SecurityGroupId{3}, WorkloadId{2}, false));
    QCOMPARE(design.network.get(WorkloadId{2})->securityGroups.size(), std::size_t(1));
    QVERIFY(!edits::setMembership(design, SecurityGroupId{3}, SubnetId{1}, true));
}

/// AWS takes a group's name once in a VPC; what people read may come to the same ASCII.
void EditsTest::groupsWithNamesOfOtherScripts() {
    Design design = handsOn();
    for (const char* name : {"画面", "受付", "group", "Group"})
        apply(design, edits::addSecurityGroup(design, VpcId{1}, name));
    std::set<std::string> names;
    for (const SecurityGroup& group : design.network.all<SecurityGroup>())
        names.insert(group.awsName.toString());
    QCOMPARE(names.size(), std::size_t(7));
    QVERIFY(names.contains("{project}-{environment}-group-4-sg"));
    for (const char* name : {"通信", "記録"})
        apply(design, edits::addFlowLog(design, VpcId{1}, name));
    QVERIFY(!hasErrors(check(design)));
}

void EditsTest::formsOfAddress() {
    Design design = handsOn();
    const ResourceKey vpc{"aws_vpc", "main"}, nat{"aws_nat_gateway", "main"};
    QVERIFY(edits::setAddressForm(design, vpc, AddressForm::Single)->empty());
    QCOMPARE(edits::setAddressForm(design, nat, AddressForm::Single).error().code, Code::edit_address);
    QCOMPARE(edits::setAddressForm(design, {"aws_vpc", "x"}, AddressForm::Count).error().code,
             Code::edit_no_such_element);
    apply(design, edits::setAddressForm(design, vpc, AddressForm::Count));
    QCOMPARE(moves(design), QByteArrayList{"aws_vpc.main -> aws_vpc.main[0]"});
    apply(design, edits::setAddressForm(design, vpc, AddressForm::ForEach));
    QCOMPARE(moves(design).size(), 2);
    // Back where it was: no circle, and each address has one way to it.
    apply(design, edits::setAddressForm(design, vpc, AddressForm::Count));
    const QByteArrayList left = moves(design);
    QCOMPARE(left.size(), 2);
    QVERIFY(left.last().endsWith(" -> aws_vpc.main[0]"));
    QVERIFY(!left.first().endsWith(" -> aws_vpc.main[0]"));
    QVERIFY(left.first().startsWith("aws_vpc.main -> "));
    // On the NAT switch a single resource stands at [0] already.
    Design one = handsOn();
    apply(one, edits::removeElements(one, {NatGatewayId{2}}));
    apply(one, edits::setAddressForm(one, nat, AddressForm::Single));
    QCOMPARE(moves(one), QByteArrayList{});
    apply(one, edits::setAddressForm(one, nat, AddressForm::ForEach));
    QCOMPARE(moves(one),
             QByteArrayList{"aws_nat_gateway.main[0] -> aws_nat_gateway.main[\"ap-northeast-1a\"]"});
}

void EditsTest::movedAddresses() {
    Design design = handsOn();
    apply(design, edits::addMoved(design, {{"aws_subnet.old", "aws_subnet.public[0]"}}));
    QCOMPARE(moves(design), QByteArrayList{"aws_subnet.old -> aws_subnet.public[0]"});
    for (const MovedAddress& bad : {MovedAddress{"aws_subnet.old", "aws_subnet.public[1]"},
                                    MovedAddress{"aws_subnet.other", "aws_subnet.public[0]"},
                                    MovedAddress{"aws_vpc.main", "aws_vpc.main"}})
        QCOMPARE(edits::addMoved(design, {bad}).error().code, Code::edit_address);
}

void EditsTest::relabelMoves() {
    Design design = handsOn();
    apply(design, edits::relabel(design, {"aws_subnet", "public"}, "front"));
    QCOMPARE(address(design, SubnetId{2}, "aws_subnet"), QByteArray("aws_subnet.front[1]"));
    QCOMPARE(moves(design), (QByteArrayList{"aws_subnet.public[0] -> aws_subnet.front[0]",
                                            "aws_subnet.public[1] -> aws_subnet.front[1]"}));
    // Back again: the old moves would contradict the declaration.
    apply(design, edits::relabel(design, {"aws_subnet", "front"}, "public"));
    QCOMPARE(moves(design), (QByteArrayList{"aws_subnet.front[0] -> aws_subnet.public[0]",
                                            "aws_subnet.front[1] -> aws_subnet.public[1]"}));
    // A label that things moved away from is not given to newcomers.
    apply(design, edits::addVpc(design, "front", *Cidr::parse("10.9.0.0/16")));
    QCOMPARE(address(design, VpcId{2}, "aws_vpc"), QByteArray("aws_vpc.front"));
}

void EditsTest::relabelRefusals() {
    Design design = handsOn();
    QCOMPARE(edits::relabel(design, {"aws_subnet", "public"}, "1 bad").error().code,
             Code::edit_label_illegal);
    QCOMPARE(edits::relabel(design, {"aws_subnet", "public"}, "private").error().code,
             Code::edit_label_taken);
    QCOMPARE(edits::relabel(design, {"aws_subnet", "none"}, "x").error().code, Code::edit_no_such_element);
    QVERIFY(edits::relabel(design, {"aws_subnet", "public"}, "public")->empty());
    // A label that somebody else left is theirs until that is applied: two would change places.
    apply(design, edits::relabel(design, {"aws_security_group", "alb"}, "front"));
    QCOMPARE(edits::relabel(design, {"aws_security_group", "ecs"}, "alb").error().code,
             Code::edit_label_taken);
    apply(design, edits::relabel(design, {"aws_security_group", "front"}, "door"));
    apply(design, edits::relabel(design, {"aws_security_group", "door"}, "alb")); // their own
}

/// An acceptance of one rule's finding must not become one of all rules of the group.
void EditsTest::removedPartsEndAcceptances() {
    Design design = handsOn();
    Notes notes;
    notes.acceptances = {{"a", {SecurityGroupRuleId{1}}, "known", ""},
                         {"b", {SecurityGroupRuleId{1}, SecurityGroupId{1}}, "known", ""},
                         {"c", {SecurityGroupId{1}}, "known", ""},
                         {"d", {}, "known", ""}};
    apply(design, edits::setNotes(design, notes));
    apply(design, edits::removeElements(design, {SecurityGroupRuleId{1}}));
    QCOMPARE(design.notes.acceptances.size(), std::size_t(2));
    QCOMPARE(design.notes.acceptances.front().code, std::string("c"));
}

void EditsTest::acceptances() {
    const Design start = handsOn();
    Design design = start;
    const Diagnostic finding =
        warning(Code::rule_duplicate, {}, {SecurityGroupRuleId{1}, SecurityGroupId{1}});
    const auto accepted = [&](std::string_view day) { return acceptanceOf(design.notes, finding, day); };
    QVERIFY(!accepted("2027-01-01"));
    apply(design, edits::accept(design, {"rule-duplicate", finding.subjects, "old", ""}));
    // The same subjects in another order: the same acceptance.
    const std::vector<ElementId> turned = {SecurityGroupId{1}, SecurityGroupRuleId{1}};
    apply(design, edits::accept(design, {"rule-duplicate", turned, "new", "2027-03-31"}));
    QCOMPARE(design.notes.acceptances.size(), std::size_t(1));
    QVERIFY(accepted("2027-03-31") && accepted("2027-03-31")->reason == "new");
    QVERIFY(!accepted("2027-04-01"));
    // Another rule of the group, another code: open.
    Diagnostic other = finding;
    other.subjects[0] = SecurityGroupRuleId{2};
    QVERIFY(!acceptanceOf(design.notes, other, "2027-01-01"));
    other = finding;
    other.code = Code::rule_ports_ignored;
    QVERIFY(!acceptanceOf(design.notes, other, "2027-01-01"));
    // Without subjects it counts for all of its code.
    apply(design, edits::accept(design, {"rule-ports-ignored", {}, "all", ""}));
    QVERIFY(acceptanceOf(design.notes, other, "2027-01-01"));
    apply(design, edits::withdrawAcceptance(design, "rule-ports-ignored", {}));
    QVERIFY(edits::withdrawAcceptance(design, "rule-duplicate", {SecurityGroupId{1}})->empty());
    apply(design, edits::withdrawAcceptance(design, "rule-duplicate", finding.subjects));
    QVERIFY(design == start);
    QCOMPARE(today().size(), std::size_t(10));
}

void EditsTest::idsThatNameNothing() {
    const Design d = handsOn();
    const std::vector<Result<Delta>> results = {
        edits::addAvailabilityZone(d, VpcId{9}, "x"),
        edits::addSubnet(d, AvailabilityZoneId{9}, Tier::Public),
        edits::addInternetGateway(d, VpcId{9}),
        edits::addNatGateway(d, SubnetId{9}),
        edits::addSecurityGroup(d, VpcId{9}, "x"),
        edits::addNetworkAcl(d, VpcId{9}, "x"),
        edits::addRouteTable(d, VpcId{9}, "x"),
        edits::addRouteTable(d, VpcId{1}, "x", {SubnetId{9}}),
        edits::addVpcEndpoint(d, VpcId{9}, EndpointType::Gateway, "s3"),
        edits::rename(d, SubnetId{9}, "x"),
        edits::removeElements(d, {SubnetId{9}}),
        edits::removeElements(d, {SecurityGroupRuleId{99}}),
        edits::moveSubnet(d, SubnetId{1}, AvailabilityZoneId{9}),
        edits::addSecurityGroupRule(d, SecurityGroupId{9}, {}),
        edits::setSecurityGroupRule(d, {SecurityGroupRuleId{99}, {}, {}, {}, {}}),
        edits::addNetworkAclRule(d, NetworkAclId{9}, {}),
        edits::addRoute(d, RouteTableId{9}, {}),
        edits::setAssociationActive(d, NetworkAclAssociationId{9}, true)};
    for (const auto& result : results) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, Code::edit_no_such_element);
    }
    // A reference to nothing is not made.
    const auto workload = edits::addWorkload(d, WorkloadKind::Ec2Instance, "x", {SubnetId{9}});
    QVERIFY(!workload);
    QCOMPARE(workload.error().code, Code::edit_dangling);
}

void EditsTest::natGatewaysGetAddresses() {
    Design design = handsOn();
    apply(design, edits::addNatAddress(design, NatGatewayId{1}));
    const NatGateway* zonal = design.network.get(NatGatewayId{1});
    QCOMPARE(zonal->elasticIps.size(), std::size_t(2));
    QCOMPARE(zoneOf(design.network, zonal->elasticIps[1]), zoneOf(design.network, NatGatewayId{1}));

    // A regional one: the first zone that has none.
    design = *makeTemplate("empty");
    apply(design, edits::addVpcWithSubnets(design, "main", *Cidr::parse("10.0.0.0/16"),
                                           {"ap-northeast-1a", "ap-northeast-1c"}));
    apply(design, edits::addRegionalNatGateway(design, last<Vpc>(design).id));
    const NatGatewayId nat = last<NatGateway>(design).id;
    apply(design, edits::addNatAddress(design, nat));
    apply(design, edits::addNatAddress(design, nat));
    const std::vector<NatZoneAddresses> zones = design.network.get(nat)->zones;
    QCOMPARE(zones.size(), std::size_t(2));
    for (std::size_t i = 0; i < zones.size(); ++i) {
        QCOMPARE(zones[i].elasticIps.size(), std::size_t(1));
        const ElasticIp* eip = design.network.get(zones[i].elasticIps[0]);
        QVERIFY(eip->onNatToggle);
        QCOMPARE(eip->name, i == 0 ? std::string("nat-eip-1a") : std::string("nat-eip-1c"));
    }
    QVERIFY(!address(design, zones[0].elasticIps[0], "aws_eip").isEmpty());
    QVERIFY(!address(design, zones[1].elasticIps[0], "aws_eip").isEmpty());
    // One more for a zone that has some already.
    apply(design, edits::addNatAddress(design, nat, zones[1].az));
    QCOMPARE(design.network.get(nat)->zones[1].elasticIps.size(), std::size_t(2));
    QVERIFY(!edits::addNatAddress(design, NatGatewayId{99}));
    QVERIFY(!edits::addNatAddress(design, nat, AvailabilityZoneId{99}));
}

void EditsTest::privateNatLeavesTheSwitchAlone() {
    Design design = handsOn();
    apply(design, edits::setNatEnabled(design, true));
    QVERIFY(design.settings.natEnabled);
    QCOMPARE(design.network.nodes.size(), handsOn().network.nodes.size());
}

QTEST_APPLESS_MAIN(EditsTest)
#include "test_edits.moc"
