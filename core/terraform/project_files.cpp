// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/project_files.h"

#include "core/hcl/text.h"
#include "core/hcl/writer.h"
#include "core/terraform/moves.h"
#include "core/terraform/unify.h"

#include <algorithm>

namespace sekisho::terraform {

namespace {

constexpr std::string_view natSwitchDescription = "NAT Gatewayを有効にするかどうか"; // the article's

hcl::Expr strings(const std::vector<std::string>& texts) {
    std::vector<hcl::Expr> elements(texts.begin(), texts.end());
    return hcl::tuple(std::move(elements));
}

void addVariable(hcl::Body& body, std::string name, std::string_view description, hcl::Expr type) {
    if (!body.items.empty()) body.blankLine();
    body.block("variable", {std::move(name)})
        .attribute("description", description)
        .attribute("type", std::move(type));
}

void addNatSwitch(hcl::Body& body) {
    if (!body.items.empty()) body.blankLine();
    body.block("variable", {"enable_nat_gateway"})
        .attribute("description", natSwitchDescription)
        .attribute("type", hcl::ref("bool"))
        .attribute("default", false);
}

void addOutput(hcl::Body& body, Scope& scope, const Output& output) {
    if (!body.items.empty()) body.blankLine();
    const ElementAttribute& first = output.values.front();
    body.block("output", {output.name})
        .attribute("description", output.description)
        .attribute("value", output.isList ? listOf(scope, first.element, output.values)
                                          : expressionOf(scope, first.element, first));
}

std::string outputsText(Scope& scope, const std::vector<Output>& outputs) {
    hcl::Body body;
    for (const Output& output : outputs)
        addOutput(body, scope, output);
    return hcl::write(body);
}

std::vector<std::string> subnetCidrs(const Network& network, const PlannedSet& set) {
    std::vector<std::string> cidrs;
    for (const ResourceMember& member : set.members)
        cidrs.push_back(network.get(*SubnetId::from(member.element))->cidr->toString());
    return cidrs;
}

/// `attribute` of all elements of a type that `wanted` likes, in the order of the plan.
template<class Wanted>
std::vector<ElementAttribute> elementsOf(const std::vector<PlannedSet>& plan, std::string_view type,
                                         std::string_view attribute, Wanted wanted) {
    std::vector<ElementAttribute> elements;
    for (const PlannedSet& set : plan)
        if (set.type->type == type)
            for (const ResourceMember& member : set.members)
                if (wanted(member.element)) elements.push_back({member.element, set.type->type, attribute});
    return elements;
}

/// Reads "aws_subnet.public[0]" or "aws_subnet.public[\"a\"]"; nothing for what is no such address.
struct ParsedAddress {
    std::string type;
    std::string label;
    std::optional<hcl::Expr> key;

    hcl::Expr expression() const {
        const hcl::Expr whole = hcl::ref(type + "." + label);
        return key ? hcl::index(whole, *key) : whole;
    }
};

std::optional<ParsedAddress> parseAddress(std::string_view text) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const std::size_t bracket = std::min(text.find('[', dot), text.size());
    ParsedAddress parsed{
        std::string(text.substr(0, dot)), std::string(text.substr(dot + 1, bracket - dot - 1)), {}};
    if (!isLegalLabel(parsed.type) || !isLegalLabel(parsed.label)) return std::nullopt;
    if (bracket == text.size()) return parsed;
    const std::string_view key = text.substr(bracket + 1, text.size() - bracket - 2);
    if (text.back() != ']' || key.empty()) return std::nullopt;
    if (key.size() >= 2 && key.front() == '"' && key.back() == '"')
        parsed.key = hcl::Expr(key.substr(1, key.size() - 2));
    else if (key.size() <= 9 &&
             std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; }))
        parsed.key = hcl::decimal(std::string(key));
    else
        return std::nullopt;
    return parsed;
}

bool usesRegionalNat(const Network& network) {
    for (const NatGateway& nat : network.all<NatGateway>())
        if (nat.mode == NatMode::Regional) return true;
    return false;
}

} // namespace

std::string versionsText(const Survey& survey, std::string_view terraformVersions) {
    const Settings& settings = survey.design().settings;
    hcl::Body body;
    hcl::Body& terraform = body.block("terraform");
    terraform.attribute("required_version", terraformVersions);
    terraform.blankLine();
    // Regional NAT gateways came with provider 6.24.
    const std::string_view versions = usesRegionalNat(survey.network()) ? ">= 6.24, < 7.0" : "~> 6.0";
    terraform.block("required_providers")
        .attribute("aws", hcl::object({{"source", "hashicorp/aws"}, {"version", versions}}));
    body.blankLine();
    hcl::Body& provider = body.block("provider", {"aws"});
    provider.attribute("region", hcl::ref("var.aws_region"));
    if (!settings.defaultTags.empty()) {
        std::vector<hcl::ObjectItem> tags;
        for (const auto& [key, value] : settings.defaultTags)
            tags.push_back({key, value});
        provider.blankLine();
        provider.block("default_tags").attribute("tags", hcl::object(std::move(tags)));
    }
    return hcl::write(body);
}

std::string variablesText(const Survey& survey, const std::vector<PlannedSet>& plan) {
    hcl::Body body;
    if (!survey.isAddOn()) {
        const hcl::Expr string = hcl::ref("string");
        const hcl::Expr list = hcl::call("list", {string});
        addVariable(body, "project_name", "プロジェクト名", string);
        addVariable(body, "environment", "環境名", string);
        addVariable(body, "aws_region", "AWSリージョン", string);
        if (survey.mainVpc()) {
            addVariable(body, "vpc_cidr", "VPCのCIDRブロック", string);
            addVariable(body, "availability_zones", "使用するアベイラビリティゾーンのリスト", list);
        }
        for (const PlannedSet& set : plan)
            if (hasSubnetCidrVariable(survey.network(), set))
                addVariable(body, subnetCidrVariable(set.label),
                            set.label + "サブネットのCIDRブロックのリスト", list);
    }
    addNatSwitch(body);
    return hcl::write(body);
}

std::string tfvarsText(const Survey& survey, const std::vector<PlannedSet>& plan) {
    const Settings& settings = survey.design().settings;
    hcl::Body body;
    if (!survey.isAddOn()) {
        body.attribute("project_name", settings.projectName);
        body.attribute("environment", settings.environment);
        body.attribute("aws_region", settings.region);
        body.blankLine();
        if (const Vpc* vpc = survey.mainVpc()) {
            if (!vpc->cidrs.empty()) body.attribute("vpc_cidr", vpc->cidrs.front().cidr.toString());
            std::vector<std::string> zones;
            for (const AvailabilityZone* az : survey.zones())
                zones.push_back(az->zone);
            body.attribute("availability_zones", strings(zones));
            for (const PlannedSet& set : plan)
                if (hasSubnetCidrVariable(survey.network(), set))
                    body.attribute(subnetCidrVariable(set.label),
                                   strings(subnetCidrs(survey.network(), set)));
            body.blankLine();
        }
    }
    body.comment("NAT Gatewayが不要な場合は false (デフォルト)\n外部API連携などで必要な場合は true に変更");
    body.attribute("enable_nat_gateway", survey.options().nat.value_or(settings.natEnabled));
    return hcl::write(body);
}

Output groupOutput(const PlannedSet& set) {
    const bool isDefault = set.type->type == "aws_default_security_group";
    Output output;
    output.name = std::string(isDefault ? "default_" : "") + "security_group_" + set.label + "_id";
    for (const ResourceMember& member : set.members)
        output.values.push_back({member.element, set.type->type, "id"});
    output.isList = set.form != AddressForm::Single;
    return output;
}

std::string groupOutputText(Scope& scope, const PlannedSet& set) {
    // Like the article's "ALB用Security GroupのID": a short label is an abbreviation.
    std::string shown = set.label;
    if (shown.size() <= 4) {
        std::transform(shown.begin(), shown.end(), shown.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    } else if (const SecurityGroup* group = scope.get(*SecurityGroupId::from(set.members.front().element))) {
        if (!group->name.empty()) shown = group->name;
    }
    Output output = groupOutput(set);
    output.description = shown + "用Security GroupのID";
    hcl::Body body;
    addOutput(body, scope, output);
    return hcl::write(body);
}

std::vector<Output> networkOutputs(const Survey& survey, const std::vector<PlannedSet>& plan) {
    std::vector<Output> outputs;
    const Network& network = survey.network();
    const Vpc* main = survey.mainVpc();
    for (const PlannedSet& set : plan) {
        if (set.type->type != "aws_vpc") continue;
        for (const ResourceMember& member : set.members) {
            const bool isMain = main && ElementId(main->id) == member.element;
            const std::string suffix =
                set.members.size() > 1 ? "_" + std::to_string(member.element.number) : "";
            outputs.push_back({isMain ? std::string("vpc_id") : "vpc_" + set.label + suffix + "_id",
                               isMain ? std::string("VPCのID") : set.label + "のVPC ID",
                               {{member.element, "aws_vpc", "id"}},
                               false});
        }
    }
    const auto addSubnets = [&](Tier tier, std::string name, std::string description) {
        auto ids = elementsOf(plan, "aws_subnet", "id", [&](ElementId element) {
            const Subnet* subnet = network.get(*SubnetId::from(element));
            return subnet->tier == tier && main && vpcOf(network, element) == main->id;
        });
        if (!ids.empty()) outputs.push_back({std::move(name), std::move(description), std::move(ids), true});
    };
    addSubnets(Tier::Public, "public_subnet_ids", "パブリックサブネットのIDリスト");
    addSubnets(Tier::Private, "private_subnet_ids", "プライベートサブネットのIDリスト");
    addSubnets(Tier::Isolated, "isolated_subnet_ids", "隔離サブネットのIDリスト");
    return outputs;
}

std::vector<Output> natOutputs(const Survey& survey, const std::vector<PlannedSet>& plan) {
    std::set<ElementId> ofNat;
    for (const NatGateway& nat : survey.network().all<NatGateway>()) {
        ofNat.insert(nat.elasticIps.begin(), nat.elasticIps.end());
        for (const NatZoneAddresses& zone : nat.zones)
            ofNat.insert(zone.elasticIps.begin(), zone.elasticIps.end());
    }
    auto ids = elementsOf(plan, "aws_nat_gateway", "id", [](ElementId) { return true; });
    auto addresses =
        elementsOf(plan, "aws_eip", "public_ip", [&](ElementId element) { return ofNat.contains(element); });
    std::vector<Output> outputs;
    if (!ids.empty()) outputs.push_back({"nat_gateway_ids", "NAT GatewayのIDリスト", std::move(ids), true});
    if (!addresses.empty())
        outputs.push_back(
            {"nat_gateway_public_ips", "NAT GatewayのElastic IPアドレスリスト", std::move(addresses), true});
    return outputs;
}

std::string networkOutputsText(Scope& scope, const std::vector<PlannedSet>& plan) {
    return outputsText(scope, networkOutputs(scope.survey(), plan));
}

std::string natOutputsText(Scope& scope, const std::vector<PlannedSet>& plan) {
    return outputsText(scope, natOutputs(scope.survey(), plan));
}

std::string movedText(const Survey& survey, const std::vector<PlannedSet>& plan, Diagnostics& diagnostics) {
    hcl::Body body;
    for (const MovedAddress& moved : movesOf(survey, plan)) {
        if (moved.to.rfind("data.", 0) == 0) continue; // nothing of a data source is kept
        const auto from = parseAddress(moved.from);
        const auto to = parseAddress(moved.to);
        if (!from || !to) {
            diagnostics.push_back(
                error(Code::export_moved_illegal, {{"from", moved.from}, {"to", moved.to}}));
            continue;
        }
        if (survey.isAddOn() && std::none_of(plan.begin(), plan.end(), [&](const PlannedSet& set) {
                return !isOfBase(set) && set.type->type == to->type && set.label == to->label;
            }))
            continue;
        if (!body.items.empty()) body.blankLine();
        body.block("moved").attribute("from", from->expression()).attribute("to", to->expression());
    }
    return hcl::write(body);
}

// `docker-compose run --rm terraform` gives a shell; the files are under terraform/, where the article looks
// for them.
std::string dockerComposeText() {
    return "services:\n"
           "  terraform:\n"
           "    image: hashicorp/terraform:1.11\n"
           "    entrypoint: [\"/bin/sh\"]\n"
           "    working_dir: /workspace\n"
           "    volumes:\n"
           "      - .:/workspace/terraform\n"
           "      - ~/.aws:/root/.aws:ro\n"
           "    environment:\n"
           "      - AWS_ACCESS_KEY_ID\n"
           "      - AWS_SECRET_ACCESS_KEY\n"
           "      - AWS_SESSION_TOKEN\n"
           "      - AWS_PROFILE\n";
}

std::string headerText(const std::string& designName) {
    // One line whatever the name holds: YAML and HCL end a comment at a line break, and there are several of
    // those.
    std::string line = "Sekisho";
    if (!designName.empty()) line += ": ";
    for (const char c : hcl::sanitised(designName))
        line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    hcl::Body body;
    body.comment(line);
    return hcl::write(body);
}

} // namespace sekisho::terraform
