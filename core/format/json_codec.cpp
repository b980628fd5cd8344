// SPDX-License-Identifier: Apache-2.0
#include "core/format/json_codec.h"

#include "core/format/reader.h"
#include "core/format/writer.h"

#include <nlohmann/json.hpp>

namespace sekisho::format {

namespace {

/// Whether it has at most `levels` arrays and objects in each other: dump() would recurse through them all.
bool fits(const nlohmann::json& json, int levels) {
    if (!json.is_structured()) return true;
    if (levels == 0) return false;
    for (const nlohmann::json& child : json)
        if (!fits(child, levels - 1)) return false;
    return true;
}

} // namespace

template<class T>
nlohmann::json toJson(const T& value) {
    Writer writer;
    writer.write(value);
    return nlohmann::json::parse(writer.take(), nullptr, false);
}

template<class T>
Result<T> fromJson(const nlohmann::json& json, std::string_view path) {
    if (!fits(json, maxDepth))
        return fail(Code::file_too_deep,
                    {{"line", "1"}, {"column", "1"}, {"limit", std::to_string(maxDepth)}});
    const std::string text = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    Reader reader(text, std::string(path), false);
    T value{};
    reader.read(value);
    if (reader.error()) return fail(*reader.error());
    return value;
}

Result<Node> nodeFromJson(const nlohmann::json& json, std::string_view path) {
    return fromJson<Node>(json, path);
}

#define SEKISHO_JSON(T)                                                                                      \
    template nlohmann::json toJson(const T&);                                                                \
    template Result<T> fromJson(const nlohmann::json&, std::string_view);
SEKISHO_JSON(Node)
SEKISHO_JSON(Vpc)
SEKISHO_JSON(AvailabilityZone)
SEKISHO_JSON(Subnet)
SEKISHO_JSON(InternetGateway)
SEKISHO_JSON(EgressOnlyInternetGateway)
SEKISHO_JSON(RouteTable)
SEKISHO_JSON(NatGateway)
SEKISHO_JSON(ElasticIp)
SEKISHO_JSON(SecurityGroup)
SEKISHO_JSON(NetworkAcl)
SEKISHO_JSON(PrefixList)
SEKISHO_JSON(VpcEndpoint)
SEKISHO_JSON(Peering)
SEKISHO_JSON(FlowLog)
SEKISHO_JSON(Workload)
SEKISHO_JSON(External)
SEKISHO_JSON(VpcCidr)
SEKISHO_JSON(Route)
SEKISHO_JSON(RouteTableAssociation)
SEKISHO_JSON(SecurityGroupRule)
SEKISHO_JSON(NetworkAclRule)
SEKISHO_JSON(NetworkAclAssociation)
SEKISHO_JSON(Interface)
SEKISHO_JSON(Listener)
SEKISHO_JSON(PrefixListEntry)
SEKISHO_JSON(Traffic)
SEKISHO_JSON(SecurityGroupPeer)
SEKISHO_JSON(NetworkAclPeer)
SEKISHO_JSON(RouteTarget)
SEKISHO_JSON(RouteDestination)
SEKISHO_JSON(Settings)
SEKISHO_JSON(Usage)
SEKISHO_JSON(Acceptance)
SEKISHO_JSON(Notes)
#undef SEKISHO_JSON

} // namespace sekisho::format
