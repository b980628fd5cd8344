// SPDX-License-Identifier: Apache-2.0
#include "core/format/migration.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace sekisho;
using format::Migrations;
using format::readDesign;

namespace {

/// Made-up formats before the first: version -1 called the settings "options", version 0 had the Region in
/// "location".
void renameOptions(nlohmann::json& document) {
    if (!document.contains("options")) return;
    document["settings"] = document["options"];
    document.erase("options");
}

void renameLocation(nlohmann::json& document) {
    auto& settings = document["settings"];
    if (!settings.is_object() || !settings.contains("location")) return;
    settings["region"] = settings["location"];
    settings.erase("location");
}

const Migrations madeUp{-1, {renameOptions, renameLocation}};

std::string argument(const Diagnostic& diagnostic, std::string_view name) {
    for (const DiagnosticArg& arg : diagnostic.args)
        if (arg.name == name) return arg.value;
    return "(no such argument)";
}

} // namespace

class MigrationTest : public QObject {
    Q_OBJECT

private slots:
    void current();
    void chain_data();
    void chain();
    void failures_data();
    void failures();
};

void MigrationTest::current() {
    QCOMPARE(format::migrations().current(), format::currentVersion);
    QCOMPARE(format::migrations().oldest, 1);
}

void MigrationTest::chain_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("from");
    QTest::newRow("two steps")
        << QByteArray(
               R"({"format": "sekisho", "version": -1, "options": {"location": "eu-west-1", "environment": "\"\\\u3042"}})")
        << QByteArray("-1");
    QTest::newRow("one step")
        << QByteArray(
               R"({"format": "sekisho", "version": 0, "settings": {"location": "eu-west-1", "environment": "\"\\あ"}})")
        << QByteArray("0");
    QTest::newRow("none")
        << QByteArray(
               R"({"format": "sekisho", "version": 1, "settings": {"region": "eu-west-1", "environment": "\"\\あ"}})")
        << QByteArray();
}

void MigrationTest::chain() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, from);
    const auto loaded = readDesign(bytes.toStdString(), madeUp);
    QVERIFY(loaded.has_value());
    QCOMPARE(loaded->design.settings.region, std::string("eu-west-1"));
    QCOMPARE(loaded->design.settings.environment, std::string("\"\\あ"));
    QCOMPARE(loaded->diagnostics.size(), std::size_t(from.isEmpty() ? 0 : 1));
    if (from.isEmpty()) return;
    QCOMPARE(loaded->diagnostics.front().code, Code::file_migrated);
    QCOMPARE(argument(loaded->diagnostics.front(), "version"), from.toStdString());
    QCOMPARE(argument(loaded->diagnostics.front(), "known"), std::string("1"));
    // It is saved in the current version.
    const auto again = readDesign(format::writeDesign(loaded->design));
    QVERIFY(again.has_value());
    QVERIFY(again->design == loaded->design);
}

void MigrationTest::failures_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("older than the oldest") << QByteArray(R"({"format": "sekisho", "version": -2})")
                                           << int(Code::file_bad_value) << QByteArray("version");
    QTest::newRow("newer") << QByteArray(R"({"format": "sekisho", "version": 2})") << int(Code::file_newer)
                           << QByteArray("version");
    QTest::newRow("unknown key") << QByteArray(
                                        R"({"format": "sekisho", "version": 0, "settings": {"size": 1}})")
                                 << int(Code::file_unknown_key) << QByteArray("settings.size");
    QTest::newRow("key twice")
        << QByteArray(
               R"({"format": "sekisho", "version": 0, "network": {"nodes": [{"id": "eip-1", "id": "eip-2"}]}})")
        << int(Code::file_duplicate_key) << QByteArray("network.nodes[0].id");
    QTest::newRow("what a step does not expect")
        << QByteArray(R"({"format": "sekisho", "version": -1, "options": 7})") << int(Code::file_wrong_type)
        << QByteArray("settings");
    QTest::newRow("both names")
        << QByteArray(R"({"format": "sekisho", "version": 1, "options": {}, "settings": {}})")
        << int(Code::file_unknown_key) << QByteArray("options");
}

void MigrationTest::failures() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QByteArray, path);
    const auto loaded = readDesign(bytes.toStdString(), madeUp);
    QVERIFY(!loaded);
    QCOMPARE(int(loaded.error().code), code);
    QCOMPARE(argument(loaded.error(), "path"), path.toStdString());
}

QTEST_GUILESS_MAIN(MigrationTest)
#include "test_migration.moc"
