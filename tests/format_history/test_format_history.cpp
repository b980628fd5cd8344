// SPDX-License-Identifier: Apache-2.0
#include "core/format/codec.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace sekisho;

/// Files as they were written by each version of the format, frozen for ever. formatN/digests.sha256 (as
/// sha256sum writes it) names every file of formatN/ and keeps it from being "repaired" together with the
/// code. To freeze one more, put it there and add its digest.
class FormatHistoryTest : public QObject {
    Q_OBJECT

private slots:
    void everyVersionIsHere();
    void fixtures_data();
    void fixtures();

private:
    static QByteArray contents(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QDir history() { return QDir(SEKISHO_SOURCE_DIR "/tests/format_history"); }
    /// "name" -> digest
    static QMap<QString, QByteArray> digests(const QDir& folder) {
        QMap<QString, QByteArray> known;
        for (const QByteArray& line : contents(folder.filePath("digests.sha256")).split('\n'))
            if (line.size() > 66) known.insert(QString::fromUtf8(line.mid(66)), line.left(64));
        return known;
    }
};

void FormatHistoryTest::everyVersionIsHere() {
    for (int version = 1; version <= format::currentVersion; ++version) {
        QDir folder = history();
        QVERIFY(folder.cd(QString("format%1").arg(version)));
        const QStringList files = folder.entryList({"*.sekisho"}, QDir::Files, QDir::Name);
        QVERIFY(!files.isEmpty());
        QCOMPARE(QStringList(digests(folder).keys()), files);
    }
}

void FormatHistoryTest::fixtures_data() {
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("digest");
    for (int version = 1; version <= format::currentVersion; ++version) {
        const QDir folder(history().filePath(QString("format%1").arg(version)));
        const auto known = digests(folder);
        for (const QString& name : folder.entryList({"*.sekisho"}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(folder.dirName() + '/' + name))
                << version << folder.filePath(name) << known.value(name);
    }
}

void FormatHistoryTest::fixtures() {
    QFETCH(int, version);
    QFETCH(QString, path);
    QFETCH(QByteArray, digest);
    const QByteArray bytes = contents(path);
    QCOMPARE(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(), digest);

    const auto loaded = format::readDesign(bytes.toStdString());
    QVERIFY(loaded.has_value());
    QCOMPARE(!loaded->diagnostics.empty(), version < format::currentVersion); // "was converted"
    const QByteArray saved = QByteArray::fromStdString(format::writeDesign(loaded->design));
    const auto again = format::readDesign(saved.toStdString());
    QVERIFY(again.has_value());
    QVERIFY(again->design == loaded->design);
    if (version < format::currentVersion) return;
    // The same bytes, but for the name of the program that wrote them.
    const auto generator = [](const QByteArray& text) {
        const qsizetype from = text.indexOf("  \"generator\": ");
        return text.mid(from, text.indexOf('\n', from) - from);
    };
    QByteArray expected = bytes;
    expected.replace(generator(bytes), generator(saved));
    QCOMPARE(saved, expected);
}

QTEST_GUILESS_MAIN(FormatHistoryTest)
#include "test_format_history.moc"
