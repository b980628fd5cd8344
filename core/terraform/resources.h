// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/terraform/survey.h"
#include "core/terraform/term.h"

#include <string>
#include <string_view>
#include <vector>

/// What each kind of resource says, before it is known how it is addressed. The order of arguments is the
/// article's, else that of the provider's documentation (Terraform AWS provider 6.x).
namespace sekisho::terraform {

struct Argument {
    std::string_view name;
    Term value;
};

struct NestedBlock {
    std::string_view type;
    std::vector<Argument> arguments;
    ElementId part; ///< the rule it stands for; number 0: none
};

struct ResourceBody {
    std::vector<Argument> arguments;
    std::vector<NestedBlock> blocks;
    std::vector<Term> tags; ///< none or one
    /// Whole resources that must be there first, as {element, type, ""}.
    std::vector<ElementAttribute> dependsOn;
    std::string comment; ///< in front of the resource

    void add(std::string_view name, Term value) { arguments.push_back({name, std::move(value)}); }
};

/// The files of an export, in the order in which they are read.
enum class FileId : std::uint8_t { Vpc, Security, Nat, Nacl, Endpoints, FlowLogs };

std::string_view fileName(FileId file);

/// Writes what the element is under the type into the body; errors go to the scope.
using Maker = void (*)(Scope& scope, ElementId element, ResourceBody& body);

struct TypeInfo {
    std::string_view type; ///< "aws_subnet", "data.aws_ec2_managed_prefix_list"
    FileId file;
    int rank; ///< within the file; equal ranks are mixed in the order of their elements
    Maker make;
};

/// Null for a type that Sekisho does not write.
const TypeInfo* typeInfo(std::string_view type);

inline constexpr std::string_view ingressRuleType = "aws_vpc_security_group_ingress_rule";
inline constexpr std::string_view egressRuleType = "aws_vpc_security_group_egress_rule";
constexpr std::string_view ruleType(Direction direction) {
    return direction == Direction::Ingress ? ingressRuleType : egressRuleType;
}

// --- What the makers share
// --------------------------------------------------------------------------------------

Term idOf(ElementId element, std::string_view type);
Term number(std::int64_t value);
Term flag(bool value);
/// `[a, b]` of the ids.
template<class Ids>
Term idList(const Ids& ids, std::string_view type) {
    std::vector<Term> terms;
    for (const auto id : ids)
        terms.push_back(idOf(id, type));
    return Term::list(std::move(terms));
}

/// The address type of a group or ACL, which differs for the defaults.
std::string_view groupType(const SecurityGroup& group);
std::string_view groupType(Scope& scope, SecurityGroupId id);
std::string_view aclType(const NetworkAcl& acl);
std::string_view prefixListType(Scope& scope, PrefixListId id);

/// The primary IPv4 block of the VPC, as something that follows it.
Term vpcCidr(Scope& scope, VpcId vpc);
/// The value of a name template for an element. A zone's letter that is not to be had is left out and
/// reported.
Term nameTerm(Scope& scope, ElementId element, const NameTemplate& name,
              Severity ifZoneUnknown = Severity::Error);
void addTags(Scope& scope, ElementId element, const NodeBase& node, ResourceBody& body);
/// The Region, where it may be written as a variable.
Term regionTerm(Scope& scope);

/// Says that the element lacks what its resource cannot be without.
void refuseMissing(Scope& scope, ElementId element, std::string_view argument);

// Makers, by source file.
void makeVpc(Scope&, ElementId, ResourceBody&);
void makeVpcCidr(Scope&, ElementId, ResourceBody&);
void makeSubnet(Scope&, ElementId, ResourceBody&);
void makeInternetGateway(Scope&, ElementId, ResourceBody&);
void makeEgressOnlyInternetGateway(Scope&, ElementId, ResourceBody&);
void makeRouteTable(Scope&, ElementId, ResourceBody&);
void makeRoute(Scope&, ElementId, ResourceBody&);
void makeRouteTableAssociation(Scope&, ElementId, ResourceBody&);
void makeMainRouteTableAssociation(Scope&, ElementId, ResourceBody&);
void makeElasticIp(Scope&, ElementId, ResourceBody&);
void makeNatGateway(Scope&, ElementId, ResourceBody&);

void makeSecurityGroup(Scope&, ElementId, ResourceBody&);
void makeDefaultSecurityGroup(Scope&, ElementId, ResourceBody&);
void makeSecurityGroupRule(Scope&, ElementId, ResourceBody&);
void makeNetworkAcl(Scope&, ElementId, ResourceBody&);
void makeDefaultNetworkAcl(Scope&, ElementId, ResourceBody&);
void makeNetworkAclAssociation(Scope&, ElementId, ResourceBody&);

void makePrefixList(Scope&, ElementId, ResourceBody&);
void makeManagedPrefixList(Scope&, ElementId, ResourceBody&);
void makeVpcEndpoint(Scope&, ElementId, ResourceBody&);
void makePeering(Scope&, ElementId, ResourceBody&);
void makeFlowLog(Scope&, ElementId, ResourceBody&);
void makeLogGroup(Scope&, ElementId, ResourceBody&);
void makeFlowLogRole(Scope&, ElementId, ResourceBody&);
void makeFlowLogRolePolicy(Scope&, ElementId, ResourceBody&);

} // namespace sekisho::terraform
