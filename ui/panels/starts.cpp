// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/starts.h"

#include "core/cost/price_book.h"
#include "core/model/edits.h"
#include "core/model/templates.h"

#include <QCoreApplication>

namespace sekisho {

namespace {

/// For lupdate: the context of these words.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(sekisho::Starts)
};

constexpr std::size_t zoneCount = 2;
constexpr const char* vpcBlock = "10.0.0.0/16";

} // namespace

Result<Design> makeStart(Start start, const StartSettings& settings, const cost::PriceBook& prices) {
    const std::string region = settings.region.toStdString();
    std::vector<std::string> zones;
    if (const cost::RegionPrices* known = prices.region(region)) zones = known->zones;
    auto design = makeTemplate(start == Start::HandsOn ? "hands-on" : "empty",
                               {{"region", region},
                                {"project_name", settings.project.toStdString()},
                                {"environment", settings.environment.toStdString()}},
                               zones);
    if (!design || start != Start::VpcTwoAzs) return design;
    if (zones.size() < zoneCount) zones = {region + "a", region + "b"};
    zones.resize(zoneCount);
    const auto vpc = edits::addVpcWithSubnets(*design, "main", *Cidr::parse(vpcBlock), zones);
    if (!vpc) return fail(vpc.error());
    if (const auto applied = design->apply(*vpc); !applied) return fail(applied.error());
    return design;
}

QString startName(Start start) {
    switch (start) {
    case Start::HandsOn: return Words::tr("Hands-on design");
    case Start::VpcTwoAzs: return Words::tr("Empty VPC with 2 AZs");
    case Start::Empty: return Words::tr("Blank");
    }
    return {};
}

QString startDescription(Start start) {
    switch (start) {
    case Start::HandsOn:
        return Words::tr(
            "ALB, ECS and RDS in two zones, with security groups, network ACLs and NAT gateways.");
    case Start::VpcTwoAzs:
        return Words::tr("Public and private subnets, an internet gateway and route tables.");
    case Start::Empty: return Words::tr("Nothing but the settings of the project.");
    }
    return {};
}

} // namespace sekisho
