// SPDX-License-Identifier: Apache-2.0
#include <QTest> // first: Qt 6.4's moc stumbles over <compare> otherwise

#include "tests/export/designs.h"

#include "core/model/edits.h"
#include "core/model/templates.h"
#include "tests/support/random_edits.h"

#include <algorithm>
#include <clocale>

using namespace sekisho;
using namespace sekisho::test;

namespace {

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t from = 0;
    for (std::size_t end; (end = text.find('\n', from)) != std::string::npos; from = end + 1)
        lines.push_back(text.substr(from, end - from));
    return lines;
}

/// Brings the exporter up to date: everything it then says is what a new one says.
bool updatesAsAnew(terraform::Exporter& exporter, const Design& design, const ChangeSet& change) {
    const std::vector<terraform::ExportedFile> before = exporter.result().files;
    exporter.update(design, &change);
    terraform::Exporter anew(exporter.options());
    const terraform::ExportResult& full = anew.update(design);
    std::vector<std::string> changed;
    for (const terraform::ExportedFile& file : full.files)
        if (std::find(before.begin(), before.end(), file) == before.end()) changed.push_back(file.path);
    for (const terraform::ExportedFile& file : before)
        if (std::none_of(full.files.begin(), full.files.end(),
                         [&](const auto& other) { return other.path == file.path; }))
            changed.push_back(file.path);
    std::sort(changed.begin(), changed.end());
    return exporter.result().files == full.files && exporter.result().diagnostics == full.diagnostics &&
           exporter.changedFiles() == changed && exporter.spans() == anew.spans();
}

/// An edit of a group, or now and then of what its text hangs on.
Result<Delta> editGroups(RandomEdits& random, const Design& design) {
    const auto groups = design.network.all<SecurityGroup>();
    const auto pick = [&] {
        auto it = groups.begin();
        for (std::uint32_t i = random.below(static_cast<std::uint32_t>(groups.size())); i > 0; --i)
            ++it;
        return *it;
    };
    SecurityGroup group = pick();
    SecurityGroupRule rule;
    rule.direction = random.chance(70) ? Direction::Ingress : Direction::Egress;
    rule.traffic = Traffic::tcp(static_cast<std::uint16_t>(1 + random.below(60000)));
    rule.peer = Cidr::anywhere(IpFamily::V4);
    // Groups that refer to each other: cycles come and go.
    if (random.chance(60)) rule.peer = pick().id;
    if (random.chance(10)) rule.peer = SelfGroup{};
    const bool hasRule = !group.rules.empty();
    const auto any = hasRule ? random.below(static_cast<std::uint32_t>(group.rules.size())) : 0;
    switch (random.below(hasRule ? 12 : 3)) {
    case 0:
    case 1:
    case 2: return edits::addSecurityGroupRule(design, group.id, rule);
    case 3:
    case 4: return edits::removeElements(design, {group.rules[any].id});
    case 5:
    case 6: rule.id = group.rules[any].id; return edits::setSecurityGroupRule(design, rule);
    case 7: {
        SecurityGroupRule other = group.rules[any];
        other.traffic = rule.traffic;
        other.description = random.chance(50) ? "other" : "";
        return edits::setSecurityGroupRule(design, other);
    }
    case 8: return edits::rename(design, group.id, "group " + std::to_string(random.below(50)));
    case 9: std::reverse(group.rules.begin(), group.rules.end()); return edits::replaceNode(design, group);
    case 10:
        if (groups.size() < 12 || random.chance(50))
            return edits::addSecurityGroup(design, group.vpc, "born");
        return edits::removeElements(design, {group.id});
    default: return edits::setNatEnabled(design, random.chance(50));
    }
}

} // namespace

class ExporterTest : public QObject {
    Q_OBJECT

private slots:
    void incrementalIsFull_data();
    void incrementalIsFull();
    void groupsAlone_data();
    void groupsAlone();
    void onlyTheTouchedFileChanges();
    void picturesDoNotMatter();
    void spansPointAtTheirElements();
    void deterministic();
};

void ExporterTest::incrementalIsFull_data() {
    QTest::addColumn<int>("seed");
    const int seeds = qEnvironmentVariableIsSet("SEKISHO_SHORT") ? 6 : 40;
    for (int seed = 0; seed < seeds; ++seed)
        QTest::addRow("%d", seed) << seed;
}

/// After any edits, undone or not, the kept texts are those that would be written anew.
void ExporterTest::incrementalIsFull() {
    QFETCH(int, seed);
    RandomEdits edits(static_cast<std::uint64_t>(seed));
    Design design = seed % 3 == 0 ? everyKind() : seed % 3 == 1 ? handsOn() : keyedZones();
    terraform::ExportOptions options;
    if (seed % 5 == 4) options.rules = RuleStyle::Separate;
    terraform::Exporter exporter(options);
    exporter.update(design);
    int accepted = 0;
    for (int step = 0; step < 30; ++step) {
        const auto edit = edits.next(design);
        if (!edit.delta) continue;
        const Delta back = edit.delta->inverse();
        const auto changes = design.apply(*edit.delta);
        QVERIFY2(changes, edit.name.c_str());
        const auto check = [&](const ChangeSet& change) {
            const std::string before = wholeText(exporter.result());
            const auto& incremental = exporter.update(design, &change);
            const auto full = terraform::exportTerraform(design, options);
            QVERIFY2(incremental.diagnostics == full.diagnostics, edit.name.c_str());
            QCOMPARE(wholeText(incremental), wholeText(full));
            QCOMPARE(exporter.changedFiles().empty(), before == wholeText(full));
            if (!full.files.empty()) ++accepted;
        };
        check(*changes);
        // An edit that AWS or Terraform would refuse would stop the rest of the test from seeing files.
        if (edits.chance(40) || hasErrors(exporter.result().diagnostics)) {
            const auto undone = design.apply(back);
            QVERIFY2(undone, edit.name.c_str());
            check(*undone);
        }
    }
    QVERIFY(accepted > 0);
}

void ExporterTest::groupsAlone_data() {
    QTest::addColumn<int>("seed");
    const int seeds = qEnvironmentVariableIsSet("SEKISHO_SHORT") ? 4 : 20;
    for (int seed = 0; seed < seeds; ++seed)
        QTest::addRow("%d", seed) << seed;
}

/// Edits of rules and groups, done and undone: texts, lines and remarks are those of an export of that design
/// alone.
void ExporterTest::groupsAlone() {
    QFETCH(int, seed);
    RandomEdits random(static_cast<std::uint64_t>(seed));
    Design design = seed % 2 == 0 ? handsOn() : everyKind();
    terraform::ExportOptions options;
    if (seed % 5 == 3) options.rules = RuleStyle::Separate;
    if (seed % 5 == 4) options.designName = "named";
    terraform::Exporter exporter(options);
    exporter.update(design);
    int written = 0;
    for (int step = 0; step < 120; ++step) {
        const auto delta = editGroups(random, design);
        if (!delta) continue;
        const Delta back = delta->inverse();
        QVERIFY2(updatesAsAnew(exporter, design, apply(design, delta)), qPrintable(QString::number(step)));
        if (!exporter.result().files.empty()) ++written;
        if (random.chance(30))
            QVERIFY2(updatesAsAnew(exporter, design, apply(design, back)), qPrintable(QString::number(step)));
    }
    QVERIFY(written > 30);
}

void ExporterTest::onlyTheTouchedFileChanges() {
    Design design = handsOn();
    terraform::Exporter exporter({});
    exporter.update(design);
    QCOMPARE(exporter.changedFiles().size(), exporter.result().files.size());
    SecurityGroupRule rule;
    rule.traffic = Traffic::tcp(8443);
    rule.peer = Cidr::anywhere(IpFamily::V4);
    ChangeSet change = apply(design, edits::addSecurityGroupRule(design, SecurityGroupId{1}, rule));
    exporter.update(design, &change);
    QCOMPARE(exporter.changedFiles(), std::vector<std::string>{"security.tf"});
    change = apply(design, edits::setNatEnabled(design, !design.settings.natEnabled));
    exporter.update(design, &change);
    QCOMPARE(exporter.changedFiles(), std::vector<std::string>{"terraform.tfvars"});
    // A group joins a cycle: its rules and those of its peer become resources of their own.
    rule.traffic = Traffic::tcp(9000);
    rule.peer = SecurityGroupId{2};
    change = apply(design, edits::addSecurityGroupRule(design, SecurityGroupId{1}, rule));
    const auto& result = exporter.update(design, &change);
    QCOMPARE(blockOf(result, R"(resource "aws_security_group" "ecs")").find("ingress"), std::string::npos);
    QVERIFY(blockOf(result, R"(resource "aws_security_group" "rds")").find("ingress") != std::string::npos);
    // And leaves it again.
    const SecurityGroupRuleId last = design.network.get(SecurityGroupId{1})->rules.back().id;
    change = apply(design, edits::removeElements(design, {last}));
    exporter.update(design, &change);
    QVERIFY(blockOf(result, R"(resource "aws_security_group" "ecs")").find("ingress") != std::string::npos);
    exporter.setOptions({.designName = "other"});
    exporter.update(design, &change);
    QCOMPARE(exporter.changedFiles().size(), exporter.result().files.size());
}

void ExporterTest::picturesDoNotMatter() {
    Design design = handsOn();
    terraform::Exporter exporter({});
    const std::string before = wholeText(exporter.update(design));
    const ChangeSet change =
        apply(design, edits::placeBoxes(design, {{Placement{SubnetId{1}, {}},
                                                  Box{7, 7, {}, {}, false, false, false, {}}}}));
    QVERIFY(change.onlyDiagram());
    exporter.update(design, &change);
    QVERIFY(exporter.changedFiles().empty());
    QCOMPARE(wholeText(exporter.result()), before);
}

void ExporterTest::spansPointAtTheirElements() {
    const Design design = everyKind();
    terraform::Exporter exporter({.designName = "x"});
    const auto& result = exporter.update(design);
    const std::vector<terraform::Span> spans = exporter.spans();
    std::size_t rules = 0;
    for (const terraform::Span& span : spans) {
        const std::vector<std::string> lines = linesOf(bytesOf(result, span.file));
        QVERIFY(span.firstLine >= 1 && span.firstLine <= span.lastLine);
        QVERIFY(static_cast<std::size_t>(span.lastLine) <= lines.size());
        const std::string& first = lines[static_cast<std::size_t>(span.firstLine) - 1];
        const std::string& last = lines[static_cast<std::size_t>(span.lastLine) - 1];
        const bool isBlock = first.starts_with("  ingress {") || first.starts_with("  egress {");
        if (isBlock) {
            ++rules;
            QCOMPARE(last, std::string("  }"));
            QVERIFY(span.element.kind == Kind::SecurityGroupRule ||
                    span.element.kind == Kind::NetworkAclRule);
        } else {
            QCOMPARE(last, std::string("}"));
            QVERIFY(first.starts_with("resource ") || first.starts_with("data ") || first.starts_with("# "));
        }
    }
    // ecs's second ingress rule.
    const auto it = std::find_if(spans.begin(), spans.end(), [](const auto& s) {
        return s.element == ElementId(SecurityGroupRuleId{5});
    });
    QVERIFY(it != spans.end());
    const auto lines = linesOf(bytesOf(result, it->file));
    QCOMPARE(lines[static_cast<std::size_t>(it->firstLine)],
             std::string("    description     = \"App port from ALB\""));
    QVERIFY(rules > 15);
}

void ExporterTest::deterministic() {
    const std::string first = wholeText(terraform::exportTerraform(everyKind(), {}));
    QVERIFY(!first.empty());
    for (const char* locale : {"de_DE.UTF-8", "ja_JP.UTF-8", "C"}) {
        std::setlocale(LC_ALL, locale);
        QCOMPARE(wholeText(terraform::exportTerraform(everyKind(), {})), first);
    }
}

QTEST_APPLESS_MAIN(ExporterTest)
#include "exporter_test.moc"
