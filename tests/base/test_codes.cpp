// SPDX-License-Identifier: Apache-2.0
#include "core/base/codes.h"

#include <QtTest>

#include <set>

using namespace sekisho;

class TestCodes : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasAWordOfItsOwn();
    void examples();
};

void TestCodes::everyCodeHasAWordOfItsOwn() {
    std::set<std::string_view> seen;
    for (std::uint16_t i = 0; i < codeCount; ++i) {
        const auto text = codeText(static_cast<Code>(i));
        const QByteArray name(text.data(), static_cast<qsizetype>(text.size()));
        QVERIFY2(seen.insert(text).second, name.constData());
        // Lower-case words joined by single dashes: safe in URLs, file names and SARIF rule ids.
        static const QRegularExpression dashed("^[a-z][a-z0-9]*(-[a-z0-9]+)+$");
        QVERIFY2(dashed.match(QString::fromUtf8(name)).hasMatch(), name.constData());
    }
    QCOMPARE(seen.size(), static_cast<std::size_t>(codeCount));
}

void TestCodes::examples() {
    QCOMPARE(codeText(Code::decimal_syntax), std::string_view("decimal-syntax"));
    QCOMPARE(codeText(Code::cidr_host_bits), std::string_view("cidr-host-bits"));
}

QTEST_APPLESS_MAIN(TestCodes)
#include "test_codes.moc"
