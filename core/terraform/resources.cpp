// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/resources.h"

#include <algorithm>
#include <array>

namespace sekisho::terraform {

namespace {

// Routes stand here under the file of most; those to NAT gateways go to nat.tf (see plan.cpp).
constexpr std::array types = {
    TypeInfo{"aws_vpc", FileId::Vpc, 0, makeVpc},
    TypeInfo{"aws_vpc_ipv4_cidr_block_association", FileId::Vpc, 1, makeVpcCidr},
    TypeInfo{"aws_internet_gateway", FileId::Vpc, 2, makeInternetGateway},
    TypeInfo{"aws_egress_only_internet_gateway", FileId::Vpc, 3, makeEgressOnlyInternetGateway},
    TypeInfo{"aws_subnet", FileId::Vpc, 4, makeSubnet},
    TypeInfo{"aws_route_table", FileId::Vpc, 5, makeRouteTable},
    TypeInfo{"aws_route", FileId::Vpc, 6, makeRoute},
    TypeInfo{"aws_route_table_association", FileId::Vpc, 7, makeRouteTableAssociation},
    TypeInfo{"aws_main_route_table_association", FileId::Vpc, 8, makeMainRouteTableAssociation},
    TypeInfo{"aws_vpc_peering_connection", FileId::Vpc, 9, makePeering},
    TypeInfo{"data.aws_ec2_managed_prefix_list", FileId::Security, 0, makeManagedPrefixList},
    TypeInfo{"aws_ec2_managed_prefix_list", FileId::Security, 1, makePrefixList},
    TypeInfo{"aws_default_security_group", FileId::Security, 2, makeDefaultSecurityGroup},
    TypeInfo{"aws_security_group", FileId::Security, 2, makeSecurityGroup},
    TypeInfo{ingressRuleType, FileId::Security, 2, makeSecurityGroupRule},
    TypeInfo{egressRuleType, FileId::Security, 2, makeSecurityGroupRule},
    TypeInfo{"aws_eip", FileId::Nat, 0, makeElasticIp},
    TypeInfo{"aws_nat_gateway", FileId::Nat, 1, makeNatGateway},
    TypeInfo{"aws_default_network_acl", FileId::Nacl, 0, makeDefaultNetworkAcl},
    TypeInfo{"aws_network_acl", FileId::Nacl, 0, makeNetworkAcl},
    TypeInfo{"aws_network_acl_association", FileId::Nacl, 1, makeNetworkAclAssociation},
    TypeInfo{"aws_vpc_endpoint", FileId::Endpoints, 0, makeVpcEndpoint},
    TypeInfo{"aws_cloudwatch_log_group", FileId::FlowLogs, 0, makeLogGroup},
    TypeInfo{"aws_iam_role", FileId::FlowLogs, 1, makeFlowLogRole},
    TypeInfo{"aws_iam_role_policy", FileId::FlowLogs, 2, makeFlowLogRolePolicy},
    TypeInfo{"aws_flow_log", FileId::FlowLogs, 3, makeFlowLog},
};

} // namespace

std::string_view fileName(FileId file) {
    switch (file) {
    case FileId::Vpc: return "vpc.tf";
    case FileId::Security: return "security.tf";
    case FileId::Nat: return "nat.tf";
    case FileId::Nacl: return "nacl.tf";
    case FileId::Endpoints: return "endpoints.tf";
    case FileId::FlowLogs: return "flow_logs.tf";
    }
    return {};
}

const TypeInfo* typeInfo(std::string_view type) {
    const auto it =
        std::find_if(types.begin(), types.end(), [&](const TypeInfo& info) { return info.type == type; });
    return it != types.end() ? &*it : nullptr;
}

Term idOf(ElementId element, std::string_view type) {
    return ElementAttribute{element, type, "id"};
}
Term number(std::int64_t value) {
    return hcl::Expr(value);
}
Term flag(bool value) {
    return hcl::Expr(value);
}

std::string_view groupType(const SecurityGroup& group) {
    return group.isDefault ? "aws_default_security_group" : "aws_security_group";
}

std::string_view groupType(Scope& scope, SecurityGroupId id) {
    const SecurityGroup* group = scope.survey().network().get(id);
    if (!group) return groupType(SecurityGroup());
    if (group->isDefault) scope.get(id); // the type may change with the node
    return groupType(*group);
}

std::string_view aclType(const NetworkAcl& acl) {
    return acl.isDefault ? "aws_default_network_acl" : "aws_network_acl";
}

std::string_view prefixListType(Scope& scope, PrefixListId id) {
    const PrefixList* list = scope.get(id);
    return list && !list->managed.empty() ? "data.aws_ec2_managed_prefix_list"
                                          : "aws_ec2_managed_prefix_list";
}

Term vpcCidr(Scope& scope, VpcId vpc) {
    const Vpc* main = scope.survey().mainVpc();
    if (main && main->id == vpc) return hcl::ref("var.vpc_cidr");
    return ElementAttribute{vpc, "aws_vpc", "cidr_block"};
}

Term regionTerm(Scope& scope) {
    // An add-on may use the variables of the article's base only, and the Region is not among them.
    if (!scope.survey().isAddOn()) return hcl::ref("var.aws_region");
    scope.sawTheWhole();
    return text(scope.survey().design().settings.region);
}

Term nameTerm(Scope& scope, ElementId element, const NameTemplate& name, Severity ifZoneUnknown) {
    // Nearly every name begins with these two.
    static const hcl::Expr project = hcl::ref("var.project_name");
    static const hcl::Expr environment = hcl::ref("var.environment");
    std::vector<Term> parts;
    parts.reserve(name.parts().size());
    for (const NameTemplate::Part& part : name.parts()) {
        switch (part.kind) {
        case NameTemplate::Kind::Literal: parts.push_back(text(part.text)); break;
        case NameTemplate::Kind::Project: parts.push_back(project); break;
        case NameTemplate::Kind::Environment: parts.push_back(environment); break;
        case NameTemplate::Kind::AzLetter: {
            scope.sawTheWhole();
            const auto zone = scope.survey().zoneOf(element);
            if (zone)
                parts.push_back(ZoneLetter{*zone});
            else
                scope.report(
                    {ifZoneUnknown, Code::export_zone_unknown, {{"address", scope.address()}}, {element}});
            break;
        }
        }
    }
    if (parts.size() == 1 && std::holds_alternative<hcl::Expr>(parts.front().value)) return parts.front();
    return Compound{Compound::Kind::Template, {}, std::move(parts)};
}

void addTags(Scope& scope, ElementId element, const NodeBase& node, ResourceBody& body) {
    std::vector<std::string> keys;
    std::vector<Term> values;
    if (!node.nameTag.empty()) {
        keys.push_back("Name");
        // A tag with a hole in it does no harm, and what stood in a zone may have been taken out of it.
        values.push_back(nameTerm(scope, element, node.nameTag, Severity::Warning));
    }
    for (const auto& [key, value] : node.tags) {
        if (key == "Name" && !node.nameTag.empty()) continue;
        keys.push_back(key);
        values.push_back(text(value));
    }
    if (!keys.empty()) body.tags.push_back(Term::object(std::move(keys), std::move(values)));
}

void refuseMissing(Scope& scope, ElementId element, std::string_view argument) {
    scope.refuse(Code::export_value_missing, {element}, {{"argument", std::string(argument)}});
}

} // namespace sekisho::terraform
