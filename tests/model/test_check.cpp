// SPDX-License-Identifier: Apache-2.0
#include "core/model/check.h"
#include "core/model/templates.h"
#include "tests/model/check_cases.h"

#include <QTest>

#include <set>

using namespace check_cases;

namespace {

std::string describe(const Diagnostics& findings) {
    std::string text;
    for (const Diagnostic& finding : findings) {
        text += codeText(finding.code);
        for (const ElementId subject : finding.subjects)
            text += " " + toString(subject);
        for (const auto& [arg, value] : finding.args)
            text += " " + arg + "=" + value;
        text += "; ";
    }
    return text;
}

std::set<Code> codesOf(const Diagnostics& findings) {
    std::set<Code> codes;
    for (const Diagnostic& finding : findings)
        codes.insert(finding.code);
    return codes;
}

} // namespace

class CheckTest : public QObject {
    Q_OBJECT

private slots:
    void goodDesignHasNoFinding() { QCOMPARE(describe(check(goodDesign())), std::string()); }

    void emptyDesignHasNoFinding() { QCOMPARE(describe(check(Design())), std::string()); }

    void finds_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < allCases().size(); ++i) {
            const std::string label = std::string(codeText(allCases()[i].code)) + ": " + allCases()[i].what;
            QTest::newRow(label.c_str()) << int(i);
        }
    }
    void finds() {
        QFETCH(int, index);
        const Case& one = allCases()[std::size_t(index)];
        Design bad = goodDesign();
        one.bad(bad);
        if (one.addressed) address(bad);
        const Diagnostics findings = check(bad);
        std::set<Code> expected(one.also.begin(), one.also.end());
        expected.insert(one.code);
        QVERIFY2(codesOf(findings) == expected, describe(findings).c_str());
        for (const Diagnostic& finding : findings) {
            if (finding.code != one.code) continue;
            QCOMPARE(int(finding.severity), int(one.severity));
            // A part is followed by the node that it belongs to.
            if (!finding.subjects.empty() && !isNodeKind(finding.subjects.front().kind)) {
                QVERIFY(finding.subjects.size() > 1);
                QCOMPARE(toString(ownerOf(bad.network, finding.subjects[0]).value_or(ElementId())),
                         toString(finding.subjects[1]));
            }
        }
        Design good = goodDesign();
        one.good(good);
        if (one.addressed) address(good);
        QCOMPARE(describe(check(good)), std::string());
    }

    /// A new rule cannot come without its case.
    void everyCodeHasACase() {
        std::set<Code> covered;
        for (const Case& one : allCases())
            covered.insert(one.code);
        for (auto code = int(Code::settings_region_syntax); code <= int(Code::listener_duplicate); ++code)
            QVERIFY2(covered.contains(Code(code)), std::string(codeText(Code(code))).c_str());
    }

    void templatesHaveNoError_data() {
        QTest::addColumn<QString>("name");
        for (const TemplateInfo& info : designTemplates()) {
            const std::string label(info.name);
            QTest::newRow(label.c_str()) << QString::fromStdString(label);
        }
    }
    void templatesHaveNoError() {
        QFETCH(QString, name);
        const auto design = makeTemplate(name.toStdString());
        QVERIFY(design.has_value());
        Diagnostics findings = check(*design);
        std::erase_if(findings,
                      [](const Diagnostic& finding) { return finding.severity != Severity::Error; });
        QCOMPARE(describe(findings), std::string());
    }

    void ordersByNodeThenPart() {
        Design design = goodDesign();
        design.settings.region = "nowhere";
        change<SecurityGroup>(design, 2, [](SecurityGroup& group) {
            group.rules.push_back(group.rules.back());
            group.rules.back().id = {22};
            group.rules.front().description = "a & b";
            group.description = "日本語";
        });
        change<Vpc>(design, 2, [](Vpc& vpc) { vpc.cidrs.clear(); });
        const Diagnostics findings = check(design);
        const auto position = [&](Code code) {
            for (std::size_t i = 0; i < findings.size(); ++i)
                if (findings[i].code == code) return int(i);
            return -1;
        };
        QCOMPARE(position(Code::settings_region_syntax), 0);
        QVERIFY(position(Code::vpc_without_cidr) > 0);
        QVERIFY(position(Code::vpc_without_cidr) < position(Code::group_description_characters));
        QVERIFY(position(Code::group_description_characters) < position(Code::rule_description_characters));
        QVERIFY(position(Code::rule_description_characters) < position(Code::rule_duplicate));
    }

    void saysWhereAndWhat() {
        Design design = goodDesign();
        change<SecurityGroup>(design, 2, [](SecurityGroup& group) {
            SecurityGroupRule copy = group.rules.back();
            copy.id = {22};
            copy.description = "Another text";
            group.rules.push_back(copy);
        });
        const Diagnostics findings = check(design);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0], error(Code::rule_duplicate, {{"field", "traffic"}},
                                    {SecurityGroupRuleId{22}, SecurityGroupId{2}, SecurityGroupRuleId{21}}));
    }

    /// The assumed value of a field that an import could not evaluate is nobody's fault.
    void unresolvedFieldsAreNotBlamed() {
        Design design = goodDesign();
        change<Subnet>(design, 3, [](Subnet& subnet) { subnet.cidr = cidr("192.168.0.0/24"); });
        QCOMPARE(codesOf(check(design)), std::set{Code::subnet_outside_vpc});
        ForeignText foreign;
        foreign.unresolved["cidr"] = "var.private_cidr";
        design.network.foreign.set(SubnetId{3}, foreign);
        QCOMPARE(describe(check(design)), std::string());
    }
};

QTEST_APPLESS_MAIN(CheckTest)
#include "test_check.moc"
