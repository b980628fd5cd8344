// SPDX-License-Identifier: Apache-2.0
#include "core/format/codec.h"
#include "core/model/templates.h"
#include "tests/format/full_design.h"
#include "tests/format/schema_generator.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <functional>

using namespace sekisho;
using nlohmann::json;

namespace {

const QString schemaPath = SEKISHO_SOURCE_DIR "/resources/sekisho.schema.json";

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool save(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Every "properties" key of a schema, as "definition.key"; keys of alternatives too.
void collectDefined(const json& schema, const QString& definition, QSet<QString>& keys) {
    if (schema.is_array())
        for (const json& each : schema)
            collectDefined(each, definition, keys);
    if (!schema.is_object()) return;
    for (const auto& [key, value] : schema.items()) {
        if (key == "$defs") {
            for (const auto& [name, inner] : value.items())
                collectDefined(inner, QString::fromStdString(name), keys);
            continue;
        }
        if (key == "properties")
            for (const auto& [name, inner] : value.items())
                keys.insert(definition + '.' + QString::fromStdString(name));
        collectDefined(value, definition, keys);
    }
}

/// Walks a document along its schema; each key that it holds is put into `used`, each key that the schema
/// does not name into `unnamed`. What is a oneOf is decided by the first alternative that has all of the
/// keys.
class Walker {
public:
    explicit Walker(const json& schema) : m_schema(schema) {}

    QSet<QString> used;
    QStringList unnamed;

    void walk(const json& value, const json& schema, const QString& definition) {
        if (schema.contains("$ref")) {
            const std::string name = schema["$ref"].get<std::string>().substr(std::string("#/$defs/").size());
            return walk(value, m_schema["$defs"][name], QString::fromStdString(name));
        }
        if (schema.contains("oneOf")) {
            for (const json& alternative : schema["oneOf"])
                if (fits(value, alternative)) return walk(value, alternative, definition);
            unnamed += definition + ": no alternative for " + QString::fromStdString(value.dump());
            return;
        }
        if (value.is_array())
            for (const json& element : value)
                walk(element, schema["items"], definition);
        if (!value.is_object()) return;
        for (const auto& [key, inner] : value.items()) {
            const QString name = definition + '.' + QString::fromStdString(key);
            if (schema.contains("properties") && schema["properties"].contains(key)) {
                used.insert(name);
                walk(inner, schema["properties"][key], definition);
            } else if (schema["additionalProperties"].is_object()) {
                walk(inner, schema["additionalProperties"], definition);
            } else {
                unnamed += name;
            }
        }
    }

private:
    bool fits(const json& value, const json& schema) const {
        if (schema.contains("$ref"))
            return fits(value, m_schema["$defs"][schema["$ref"].get<std::string>().substr(8)]);
        if (!value.is_object()) return schema.value("type", "") != "object";
        if (schema.value("type", "") != "object") return false;
        for (const auto& [key, inner] : value.items()) {
            if (!schema["properties"].contains(key)) return false;
            // Node types are told apart by the id's pattern alone.
            if (key == "id" && schema["properties"][key].contains("pattern")) {
                const QRegularExpression pattern(
                    QString::fromStdString(schema["properties"][key]["pattern"].get<std::string>()));
                if (!pattern.match(QString::fromStdString(inner.get<std::string>())).hasMatch()) return false;
            }
        }
        return true;
    }

    const json& m_schema;
};

} // namespace

class SchemaTest : public QObject {
    Q_OBJECT

private slots:
    void isCurrent();
    void namesEveryKey();
    void judgedByAjv();
};

/// The schema that we publish is what the codec does. SEKISHO_UPDATE_GOLDEN=1 writes it anew.
void SchemaTest::isCurrent() {
    const QByteArray expected = QByteArray::fromStdString(test::generateSchema());
    if (qEnvironmentVariable("SEKISHO_UPDATE_GOLDEN") == "1") QVERIFY(save(schemaPath, expected));
    QVERIFY2(contents(schemaPath) == expected,
             "resources/sekisho.schema.json is out of date: run this test with SEKISHO_UPDATE_GOLDEN=1");
}

/// What the full design shows, which has every field and alternative, is exactly what the schema names.
void SchemaTest::namesEveryKey() {
    const json schema = json::parse(contents(schemaPath).toStdString());
    QSet<QString> defined;
    collectDefined(schema, "file", defined);
    Walker walker(schema);
    walker.walk(json::parse(format::writeDesign(test::fullDesign())), schema, "file");
    QCOMPARE(walker.unnamed, QStringList());
    QStringList unused = (defined - walker.used).values();
    unused.sort();
    QCOMPARE(unused, QStringList());
    QCOMPARE(walker.used.size(), defined.size());
}

void SchemaTest::judgedByAjv() {
    const QString npm = QStandardPaths::findExecutable("npm");
    const QString node = QStandardPaths::findExecutable("node");
    const bool required = qEnvironmentVariable("CI") == "true";
    const auto giveUp = [required](const char* why) {
        if (required)
            QTest::qFail(why, __FILE__, __LINE__);
        else
            QTest::qSkip(why, __FILE__, __LINE__);
    };
    if (npm.isEmpty() || node.isEmpty()) return giveUp("node and npm are not installed");

    const QDir tool(SEKISHO_BINARY_DIR "/ajv");
    if (!tool.exists("node_modules/ajv/package.json")) {
        QVERIFY(QDir().mkpath(tool.path()));
        QVERIFY(
            save(tool.filePath("package.json"), R"({"private": true, "dependencies": {"ajv": "8.17.1"}})"));
        QProcess install;
        install.setWorkingDirectory(tool.path());
        install.start(npm, {"install", "--no-audit", "--no-fund", "--ignore-scripts"});
        if (!install.waitForFinished(180'000) || install.exitCode() != 0)
            return giveUp("npm could not install ajv: is there a network?");
    }
    const QByteArray script = R"(
const Ajv = require('ajv/dist/2020');
const fs = require('fs');
const read = path => JSON.parse(fs.readFileSync(path, 'utf8'));
const validate = new Ajv({strict: true, allErrors: false}).compile(read(process.argv[2]));
for (const path of process.argv.slice(3))
    console.log(validate(read(path)) ? 'valid' : 'invalid ' + JSON.stringify(validate.errors));
)";
    QVERIFY(save(tool.filePath("judge.js"), script));

    QTemporaryDir folder;
    QStringList files;
    QStringList verdicts;
    const auto add = [&](const std::string& bytes, const char* verdict) {
        const QString path = folder.filePath(QString("%1.sekisho").arg(files.size()));
        if (!save(path, QByteArray::fromStdString(bytes))) QTest::qFail("cannot write", __FILE__, __LINE__);
        files += path;
        verdicts += verdict;
    };
    const std::string full = format::writeDesign(test::fullDesign());
    add(full, "valid");
    add(format::writeDesign({}), "valid");
    for (const TemplateInfo& info : designTemplates()) {
        const auto design = makeTemplate(info.name);
        QVERIFY(design.has_value());
        add(format::writeDesign(*design), "valid");
    }
    // And what the reader refuses, the schema refuses too.
    const auto broken = [&](const char* what, const char* by) {
        std::string bytes = full;
        const std::size_t at = bytes.find(what);
        if (at == std::string::npos) QTest::qFail(what, __FILE__, __LINE__);
        bytes.replace(at, std::string_view(what).size(), by);
        if (format::readDesign(bytes)) QTest::qFail(by, __FILE__, __LINE__);
        add(bytes, "invalid");
    };
    broken("\"version\": 1", "\"version\": 2");
    broken("\"id\": \"eip-1\"", "\"id\": \"eip-0\"");
    broken("\"id\": \"eip-1\"", "\"id\": \"eip-1\", \"size\": 1");
    broken("\"traffic\": \"tcp/443\"", "\"traffic\": \"tcp/443/1/2\"");
    broken("{\"self\": true}", "{\"self\": false}");
    broken("{\"self\": true}", "{\"self\": true, \"vpc_cidr\": true}");
    broken("\"tier\": \"public\"", "\"tier\": \"Public\"");
    broken("\"az\": \"az-1\"", "\"az\": \"vpc-1\"");
    broken("\"x\": -40, ", "");
    broken("\"color\": 3", "\"color\": 256");
    broken("\"color\": 3", "\"color\": null");

    QProcess judge;
    judge.setWorkingDirectory(tool.path());
    judge.start(node, QStringList{tool.filePath("judge.js"), schemaPath} + files);
    QVERIFY(judge.waitForFinished(60'000));
    QVERIFY2(judge.exitCode() == 0, judge.readAllStandardError().constData());
    const QStringList lines =
        QString::fromUtf8(judge.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), verdicts.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines[i].section(' ', 0, 0) == verdicts[i],
                 qPrintable(QString("%1: %2 instead of %3").arg(i).arg(lines[i], verdicts[i])));
}

QTEST_GUILESS_MAIN(SchemaTest)
#include "test_schema.moc"
