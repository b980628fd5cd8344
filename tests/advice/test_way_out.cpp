// SPDX-License-Identifier: Apache-2.0
#include "core/advice/way_out.h"
#include "core/model/templates.h"

#include <QTest>

#include <functional>

using namespace sekisho;
using namespace sekisho::advice;

namespace {

template<class N, class F>
void change(Design& design, std::uint32_t number, F edit) {
    N node = *design.network.get(decltype(N::id){number});
    edit(node);
    const ElementId id = node.id;
    design.network.nodes.set(id, Node(std::move(node)));
}

template<class N>
void put(Design& design, N node) {
    const ElementId id = node.id;
    design.network.nodes.set(id, Node(std::move(node)));
}

void needs(Design& design, std::vector<Need> what) {
    change<Workload>(design, 2, [&](Workload& ecs) { ecs.needs = what; });
}

void endpoint(Design& design, std::uint32_t id, std::string service, EndpointType type,
              std::optional<bool> privateDns = true) {
    VpcEndpoint node;
    node.id = {id};
    node.vpc = {1};
    node.type = type;
    node.service = std::move(service);
    if (type == EndpointType::Gateway) {
        node.routeTables = {{2}, {3}};
    } else {
        node.subnets = {{3}, {4}};
        node.privateDns = privateDns;
    }
    put(design, std::move(node));
}

const char* word(Way way) {
    switch (way) {
    case Way::None: return "none";
    case Way::Endpoints: return "endpoints";
    case Way::InternetGateway: return "igw";
    case Way::NatGateway: return "nat";
    case Way::Other: return "other";
    }
    return "";
}

/// "private-1a: nat nat-1 / none" for each interface of the ECS service and each of its needs.
QStringList described(const Design& design) {
    QStringList lines;
    for (const WayOut& out : waysOut(design)) {
        if (out.workload != WorkloadId{2}) continue;
        for (const NeedFrom& one : out.needs) {
            QString line = QString::fromStdString(design.network.get(one.subnet)->name) + ":";
            for (const Passage* passage : {&one.natOn, &one.natOff}) {
                line += QString(" ") + word(passage->way);
                for (const ElementId id : passage->through)
                    line += " " + QString::fromStdString(toString(id));
                line += " /";
            }
            if (!one.missing.empty()) line += " missing";
            for (const Service& service : one.missing)
                line += " " + QString::fromUtf8(service.name.data(), qsizetype(service.name.size()));
            lines << line;
        }
    }
    return lines;
}

struct Case {
    const char* name;
    std::function<void(Design&)> edit;
    QStringList expected;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all = {
        {"as the article has it",
         [](Design& d) { needs(d, {Need::EcrPullFargate}); },
         {"private-1a: nat nat-1 / none / missing ecr.api ecr.dkr s3",
          "private-1c: nat nat-2 / none / missing ecr.api ecr.dkr s3"}},
        {"needs that stay inside are not looked at",
         [](Design& d) {
             needs(d, {Need::IntraVpc, Need::DnsPublicNames, Need::InboundViaAlb});
         },
         {}},
        {"no endpoint helps with foreign APIs",
         [](Design& d) { needs(d, {Need::ExternalApiIpv4}); },
         {"private-1a: nat nat-1 / none /", "private-1c: nat nat-2 / none /"}},
        {"all endpoints of ECR",
         [](Design& d) {
             needs(d, {Need::EcrPullFargate});
             endpoint(d, 1, "ecr.api", EndpointType::Interface);
             endpoint(d, 2, "com.amazonaws.ap-northeast-1.ecr.dkr", EndpointType::Interface);
             endpoint(d, 3, "s3", EndpointType::Gateway);
         },
         {"private-1a: endpoints endpoint-1 endpoint-2 endpoint-3 / endpoints endpoint-1 endpoint-2 "
          "endpoint-3 /",
          "private-1c: endpoints endpoint-1 endpoint-2 endpoint-3 / endpoints endpoint-1 endpoint-2 "
          "endpoint-3 /"}},
        {"the gateway endpoint serves its route tables alone",
         [](Design& d) {
             needs(d, {Need::S3});
             endpoint(d, 1, "s3", EndpointType::Gateway);
             change<VpcEndpoint>(d, 1, [](VpcEndpoint& e) { e.routeTables = {{2}}; });
         },
         {"private-1a: endpoints endpoint-1 / endpoints endpoint-1 /",
          "private-1c: nat nat-2 / none / missing s3"}},
        {"an interface endpoint for S3 does not catch the layers",
         [](Design& d) {
             needs(d, {Need::S3});
             endpoint(d, 1, "s3", EndpointType::Interface);
         },
         {"private-1a: nat nat-1 / none / missing s3", "private-1c: nat nat-2 / none / missing s3"}},
        {"an endpoint in one zone serves the VPC",
         [](Design& d) {
             needs(d, {Need::CloudWatchLogs});
             endpoint(d, 1, "logs", EndpointType::Interface);
             change<VpcEndpoint>(d, 1, [](VpcEndpoint& e) { e.subnets = {{3}}; });
         },
         {"private-1a: endpoints endpoint-1 / endpoints endpoint-1 /",
          "private-1c: endpoints endpoint-1 / endpoints endpoint-1 /"}},
        {"an endpoint without private DNS is not found",
         [](Design& d) {
             needs(d, {Need::CloudWatchLogs});
             endpoint(d, 1, "logs", EndpointType::Interface, std::nullopt);
         },
         {"private-1a: nat nat-1 / none / missing logs", "private-1c: nat nat-2 / none / missing logs"}},
        {"an endpoint of another VPC",
         [](Design& d) {
             needs(d, {Need::CloudWatchLogs});
             Vpc other = *d.network.get(VpcId{1});
             other.id = {2};
             put(d, other);
             endpoint(d, 1, "logs", EndpointType::Interface);
             change<VpcEndpoint>(d, 1, [](VpcEndpoint& e) { e.vpc = {2}; });
         },
         {"private-1a: nat nat-1 / none / missing logs", "private-1c: nat nat-2 / none / missing logs"}},
        {"Session Manager wants both",
         [](Design& d) {
             needs(d, {Need::SsmSessionManager});
             endpoint(d, 1, "ssm", EndpointType::Interface);
         },
         {"private-1a: nat nat-1 / none / missing ssmmessages",
          "private-1c: nat nat-2 / none / missing ssmmessages"}},
        {"a gateway that is not on the switch stays",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<NatGateway>(d, 1, [](NatGateway& n) { n.onNatToggle = false; });
             change<RouteTable>(d, 2, [](RouteTable& t) { t.routes[0].onNatToggle = false; });
         },
         {"private-1a: nat nat-1 / nat nat-1 /", "private-1c: nat nat-2 / none /"}},
        {"a route on the switch goes, whatever the gateway",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<NatGateway>(d, 1, [](NatGateway& n) { n.onNatToggle = false; });
         },
         {"private-1a: nat nat-1 / none /", "private-1c: nat nat-2 / none /"}},
        {"a gateway whose own subnet leads nowhere",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<RouteTable>(d, 1, [](RouteTable& t) { t.routes.clear(); });
         },
         {"private-1a: none / none /", "private-1c: none / none /"}},
        {"a private gateway lets nobody out",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<NatGateway>(d, 1, [](NatGateway& n) { n.mode = NatMode::Private; });
         },
         {"private-1a: none / none /", "private-1c: nat nat-2 / none /"}},
        {"a regional gateway",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<NatGateway>(d, 1, [](NatGateway& n) {
                 n.mode = NatMode::Regional;
                 n.subnet.reset();
                 n.vpc = VpcId{1};
             });
         },
         {"private-1a: nat nat-1 / none /", "private-1c: nat nat-2 / none /"}},
        {"routes decide, not the tier",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<Subnet>(d, 3, [](Subnet& s) { s.tier = Tier::Public; });
             change<RouteTable>(d, 3, [](RouteTable& t) {
                 t.routes[0].target = InternetGatewayId{1};
                 t.routes[0].onNatToggle = false;
             });
             change<Workload>(d, 2, [](Workload& w) { w.interfaces[1].publicIp = PublicIp::Yes; });
         },
         {"private-1a: nat nat-1 / none /", "private-1c: igw igw-1 / igw igw-1 /"}},
        {"an internet gateway helps nobody without a public address",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<RouteTable>(d, 3, [](RouteTable& t) {
                 t.routes[0].target = InternetGatewayId{1};
                 t.routes[0].onNatToggle = false;
             });
         },
         {"private-1a: nat nat-1 / none /", "private-1c: none / none /"}},
        {"an Elastic IP on the switch",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<RouteTable>(d, 3, [](RouteTable& t) {
                 t.routes[0].target = InternetGatewayId{1};
                 t.routes[0].onNatToggle = false;
             });
             change<Workload>(d, 2, [](Workload& w) { w.interfaces[1].elasticIp = ElasticIpId{2}; });
         },
         {"private-1a: nat nat-1 / none /", "private-1c: igw igw-1 eip-2 / none /"}},
        {"the subnet's default gives instances an address",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<Workload>(d, 2, [](Workload& w) {
                 w.workloadKind = WorkloadKind::Ec2Instance;
                 w.interfaces[0].subnet = {1};
                 w.interfaces[0].publicIp = PublicIp::SubnetDefault;
                 w.interfaces.resize(1);
             });
         },
         {"public-1a: igw igw-1 / igw igw-1 /"}},
        {"and Fargate tasks none",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<Workload>(d, 2, [](Workload& w) {
                 w.interfaces[0].subnet = {1};
                 w.interfaces[0].publicIp = PublicIp::SubnetDefault;
                 w.interfaces.resize(1);
             });
         },
         {"public-1a: none / none /"}},
        {"two halves make a default route, and go before it",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<RouteTable>(d, 2, [](RouteTable& t) {
                 const OpaqueTarget tgw{OpaqueTarget::Argument::TransitGateway, "tgw-0123456789abcdef0"};
                 t.routes.push_back({{21}, *Cidr::parse("0.0.0.0/1"), tgw, false});
                 t.routes.push_back({{22}, *Cidr::parse("128.0.0.0/1"), tgw, false});
             });
         },
         {"private-1a: other route-22 / other route-22 /", "private-1c: nat nat-2 / none /"}},
        {"half of the internet is not a way out",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<RouteTable>(d, 2,
                                [](RouteTable& t) { t.routes[0].destination = *Cidr::parse("0.0.0.0/1"); });
         },
         {"private-1a: none / none /", "private-1c: nat nat-2 / none /"}},
        {"a subnet without a route table of its own has none",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<RouteTable>(d, 2, [](RouteTable& t) { t.associations.clear(); });
         },
         {"private-1a: none / none /", "private-1c: nat nat-2 / none /"}},
        {"the main table serves who has none",
         [](Design& d) {
             needs(d, {Need::ExternalApiIpv4});
             change<RouteTable>(d, 2, [](RouteTable& t) {
                 t.associations.clear();
                 t.main = true;
             });
         },
         {"private-1a: nat nat-1 / none /", "private-1c: nat nat-2 / none /"}},
    };
    return all;
}

} // namespace

class WayOutTest : public QObject {
    Q_OBJECT

private slots:
    void finds_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].name) << int(i);
    }
    void finds() {
        QFETCH(int, index);
        const Case& one = cases()[std::size_t(index)];
        Design design = makeTemplate("hands-on").value();
        one.edit(design);
        QCOMPARE(described(design), one.expected);
    }

    void saysWhatIsUnmetAndLost() {
        Design design = makeTemplate("hands-on").value();
        design.settings.natEnabled = true;
        const auto on = waysOut(design);
        QCOMPARE(on.size(), std::size_t(1)); // the database and the load balancer state no such need
        QVERIFY(on[0].workload == WorkloadId{2});
        QVERIFY(on[0].unmet().empty());
        const std::vector<Need> both = {Need::EcrPullFargate, Need::CloudWatchLogs};
        QVERIFY(on[0].lostWithoutNat() == both);
        design.settings.natEnabled = false;
        QVERIFY(waysOut(design)[0].unmet() == both);
        endpoint(design, 1, "logs", EndpointType::Interface);
        QVERIFY(waysOut(design)[0].unmet() == std::vector{Need::EcrPullFargate});
    }

    void findsWhoLacksAWayOut() {
        Design design = makeTemplate("hands-on").value();
        const std::vector<DiagnosticArg> both = {{"needs", "ecr_pull_fargate cloudwatch_logs"}};
        QVERIFY(wayOutFindings(design) == Diagnostics{warning(Code::way_out_switched_off, both,
                                                              {WorkloadId{2}, SubnetId{3}, SubnetId{4}})});
        // One need less, and in one zone a gateway that is not on the switch.
        endpoint(design, 1, "logs", EndpointType::Interface);
        change<NatGateway>(design, 1, [](NatGateway& n) { n.onNatToggle = false; });
        change<RouteTable>(design, 2, [](RouteTable& t) { t.routes[0].onNatToggle = false; });
        QVERIFY(wayOutFindings(design) ==
                Diagnostics{warning(Code::way_out_switched_off, {{"needs", "ecr_pull_fargate"}},
                                    {WorkloadId{2}, SubnetId{4}})});
        design.settings.natEnabled = true;
        QVERIFY(wayOutFindings(design).empty());
        // Where no route leads out, switching does nothing.
        change<RouteTable>(design, 3, [](RouteTable& t) { t.routes.clear(); });
        const Diagnostics nowhere = {
            warning(Code::way_out_missing, {{"needs", "ecr_pull_fargate"}}, {WorkloadId{2}, SubnetId{4}})};
        QVERIFY(wayOutFindings(design) == nowhere);
        design.settings.natEnabled = false;
        QVERIFY(wayOutFindings(design) == nowhere);
    }

    /// Every need says whether it leaves the VPC, and only those that do have services.
    void everyNeedIsKnown() {
        for (int n = 0; n <= int(Need::InboundDirectPublicIp); ++n)
            if (!leavesVpc(Need(n))) QVERIFY(servicesOf(Need(n)).empty());
        QVERIFY(servicesOf(Need::ExternalApiIpv4).empty());
        QVERIFY(servicesOf(Need::PackagesAptPipNpm).empty());
    }
};

QTEST_APPLESS_MAIN(WayOutTest)
#include "test_way_out.moc"
