// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editors/inspector.h"

/// What several inspectors share: lists of nodes to choose from, zones and subnets in words.
namespace sekisho::editors {

QIcon iconOf(const Network& network, ElementId element);
/// "1a" of ap-northeast-1a.
QString shortZone(const AvailabilityZone& zone);
/// "in 1a and 1c": the zones of subnets; empty if there are none.
QString zonesText(const Network& network, const std::vector<SubnetId>& subnets);
/// "10.0.1.0/24", or what a subnet has in its place.
QString subnetHint(const Subnet& subnet);
/// The subnets of a VPC by zone and id.
std::vector<const Subnet*> subnetsOf(const Network& network, VpcId vpc);
/// A subnet in a list of ticks: "public-1a  10.0.1.0/24".
QString subnetLine(const Network& network, const Subnet& subnet);

/// Whose Elastic IP it is: the name of the gateway or workload; empty if nobody has it.
QString holderName(const Network& network, ElasticIpId eip);
/// Makes an Elastic IP and uses it, in one edit. The name gets a number if another has it.
Result<Delta> withNewElasticIp(const Design& design, const std::string& name,
                               const std::function<Result<Delta>(const Design&, ElasticIpId)>& use);

/// What the routes of a subnet make it, in a sentence.
QString routesMakeIt(const Design& design, const Subnet& subnet);

/// A field for a template of a name, which shows what it comes to until somebody edits it.
TextField* addTemplate(Inspector& page, const QString& label, const QString& tip, const std::string& field,
                       std::function<QString()> read, std::function<Result<Delta>(const NameTemplate&)> edit);

/// One edit, then another on what the first leaves.
Result<Delta> then(const Design& design, const Result<Delta>& first,
                   const std::function<Result<Delta>(const Design&)>& next);

} // namespace sekisho::editors
