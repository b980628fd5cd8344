// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/lookup.h"

#include "core/model/edits.h"
#include "core/model/templates.h"

#include <QTest>

#include <algorithm>

using namespace sekisho;

namespace {

const terraform::OutputElements* named(const std::vector<terraform::OutputElements>& all,
                                       std::string_view name) {
    const auto it = std::find_if(all.begin(), all.end(), [&](const auto& o) { return o.name == name; });
    return it == all.end() ? nullptr : &*it;
}

template<class N>
std::vector<ElementId> idsOf(const Design& design) {
    std::vector<ElementId> ids;
    for (const N& node : design.network.all<N>())
        ids.push_back(node.id);
    return ids;
}

} // namespace

/// From what terraform names back to what is drawn.
class LookupTest : public QObject {
    Q_OBJECT

private slots:
    void addresses() {
        const Design design = *makeTemplate("hands-on");
        const auto elements = terraform::elementsByAddress(design);
        const auto nats = idsOf<NatGateway>(design);
        QVERIFY(elements.at("aws_nat_gateway.main[1]") == nats[1]);
        QVERIFY(elements.at("aws_vpc.main").kind == Kind::Vpc);
        QVERIFY(elements.at("aws_route.private_nat[0]").kind == Kind::Route);
        QVERIFY(!elements.contains("aws_nat_gateway.main[2]"));
    }

    /// One of a kind on the switch has a count, and so an index.
    void aSwitchedOneHasAnIndex() {
        Design design = *makeTemplate("hands-on");
        const ElementId second = idsOf<NatGateway>(design)[1];
        QVERIFY(design.apply(*edits::removeElements(design, {second})).has_value());
        const ElementId first = idsOf<NatGateway>(design).front();
        const auto elements = terraform::elementsByAddress(design);
        QVERIFY(elements.at("aws_nat_gateway.main[0]") == first);
    }

    void separateRulesAreNamedAfterTheirGroup() {
        Design design = *makeTemplate("hands-on");
        design.settings.ruleStyle = RuleStyle::Separate;
        const auto elements = terraform::elementsByAddress(design);
        std::string text;
        for (const auto& file : terraform::exportTerraform(design, {}).files)
            text += file.bytes;
        int rules = 0;
        for (const SecurityGroup& group : design.network.all<SecurityGroup>())
            for (const SecurityGroupRule& rule : group.rules) {
                const auto it = std::find_if(elements.begin(), elements.end(),
                                             [&](const auto& e) { return e.second == ElementId(rule.id); });
                QVERIFY(it != elements.end());
                const std::size_t dot = it->first.find('.');
                const std::string block =
                    "resource \"" + it->first.substr(0, dot) + "\" \"" + it->first.substr(dot + 1) + "\" {";
                QVERIFY2(text.find(block) != std::string::npos, block.c_str());
                ++rules;
            }
        QVERIFY(rules > 5);
    }

    void outputs() {
        const Design design = *makeTemplate("hands-on");
        const auto all = terraform::outputElements(design);
        QVERIFY(named(all, "nat_gateway_ids")->elements == idsOf<NatGateway>(design));
        QCOMPARE(named(all, "nat_gateway_ids")->attribute, std::string("id"));
        QVERIFY(named(all, "nat_gateway_public_ips")->elements == idsOf<ElasticIp>(design));
        QCOMPARE(named(all, "nat_gateway_public_ips")->attribute, std::string("public_ip"));
        QVERIFY(named(all, "vpc_id")->elements == idsOf<Vpc>(design));
        QVERIFY(!named(all, "vpc_id")->isList && named(all, "public_subnet_ids")->isList);
        QCOMPARE(named(all, "private_subnet_ids")->elements.size(), std::size_t(2));
        QVERIFY(named(all, "security_group_alb_id") && named(all, "security_group_rds_id"));
        // Every output of the text, and no other, in its order.
        for (const auto mode : {terraform::ExportMode::Stack, terraform::ExportMode::AddOn}) {
            terraform::ExportOptions options;
            options.mode = mode;
            const auto result = terraform::exportTerraform(design, options);
            const auto file = std::find_if(result.files.begin(), result.files.end(), [](const auto& f) {
                return f.path == "outputs.tf" || f.path == "security_outputs.tf";
            });
            QVERIFY(file != result.files.end());
            std::vector<std::string> names, known;
            for (std::size_t at = 0; (at = file->bytes.find("output \"", at)) != std::string::npos;) {
                at += 8;
                names.push_back(file->bytes.substr(at, file->bytes.find('"', at) - at));
            }
            for (const auto& output : terraform::outputElements(design, options))
                known.push_back(output.name);
            QVERIFY(names == known);
        }
    }

    /// What is keyed is listed by its keys.
    void keyedOnesAreSorted() {
        Design design = *makeTemplate("hands-on");
        ResourceSet set = *design.addresses.sets.find({"aws_nat_gateway", "main"});
        set.form = AddressForm::ForEach;
        set.members[0].key = "b";
        set.members[1].key = "a";
        design.addresses.sets.set({"aws_nat_gateway", "main"}, set);
        const auto nats = idsOf<NatGateway>(design);
        const auto all = terraform::outputElements(design);
        QVERIFY(named(all, "nat_gateway_ids")->elements == (std::vector{nats[1], nats[0]}));
        QVERIFY(terraform::elementsByAddress(design).at("aws_nat_gateway.main[\"b\"]") == nats[0]);
    }
};

QTEST_GUILESS_MAIN(LookupTest)
#include "lookup_test.moc"
