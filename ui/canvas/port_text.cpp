// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/port_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace sekisho::canvas {

namespace {

struct PortText {
    Q_DECLARE_TR_FUNCTIONS(sekisho::canvas::PortText)
};

const std::vector<WellKnownPort> table = {
    {Traffic::tcp(80), "HTTP", "http web"},
    {Traffic::tcp(443), "HTTPS", "https tls ssl web"},
    {Traffic::tcp(22), "SSH", "ssh sftp"},
    {Traffic::tcp(5432), "PostgreSQL", "postgresql postgres aurora redshift"},
    {Traffic::tcp(3306), "MySQL", "mysql mariadb aurora"},
    {Traffic::tcp(6379), "Redis", "redis valkey elasticache"},
    {Traffic::tcp(11211), "Memcached", "memcached"},
    {Traffic::tcp(1433), "SQL Server", "mssql sqlserver"},
    {Traffic::tcp(1521), "Oracle", "oracle"},
    {Traffic::tcp(27017), "MongoDB", "mongodb documentdb"},
    {Traffic::tcp(2049), "NFS", "nfs efs"},
    {Traffic::tcp(3389), "RDP", "rdp"},
    {Traffic::tcp(8080), "HTTP alternative", "tomcat"},
    {Traffic::tcp(3000), "Node.js", "node nodejs rails"},
    {Traffic::tcp(9092), "Kafka", "kafka msk"},
    {Traffic::udp(PortRange::single(53)), "DNS", "dns"},
    {Traffic{Protocol::icmp(), {}, IcmpType{}}, "ICMP", "icmp ping"},
    {Traffic::all(), QT_TRANSLATE_NOOP("sekisho::canvas::PortText", "All traffic"), "all any alltraffic -1"},
};

std::optional<Traffic> parseOne(const QString& typed) {
    const QString text = typed.trimmed().normalized(QString::NormalizationForm_KC).toCaseFolded();
    if (text.isEmpty()) return std::nullopt;
    for (const WellKnownPort& port : table) {
        if (text == portLabel(port).toCaseFolded() || text == QString::fromLatin1(port.name).toCaseFolded() ||
            text == PortText::tr(port.name).toCaseFolded())
            return port.traffic;
    }
    if (text == QLatin1String("*")) return Traffic::all();
    // "postgres" is enough.
    constexpr qsizetype enough = 3;
    for (const bool whole : {true, false})
        for (const WellKnownPort& port : table)
            for (const QString& word : QString::fromLatin1(port.terms).split(QLatin1Char(' ')))
                if (word == text ||
                    (!whole && text.size() >= enough && text.at(0).isLetter() && word.startsWith(text)))
                    return port.traffic;
    // A dash of any kind, with or without blanks around it.
    QString plain = text;
    plain.remove(QLatin1Char(' '));
    plain.replace(QChar(0x2013), QLatin1Char('-')).replace(QChar(0x301C), QLatin1Char('-'));
    plain.replace(QLatin1Char('~'), QLatin1Char('-')).replace(QChar(0xFF5E), QLatin1Char('-'));
    if (plain.at(0).isDigit() && !plain.contains(QLatin1Char('/'))) {
        const auto ports = PortRange::parse(plain.toStdString());
        if (!ports) return std::nullopt;
        return Traffic::tcp(*ports);
    }
    // "8443/tcp" is as common as "tcp/8443".
    if (const auto slash = plain.indexOf(QLatin1Char('/'));
        slash > 0 && plain.at(0).isDigit() && plain.at(plain.size() - 1).isLetter())
        plain = plain.mid(slash + 1) + QLatin1Char('/') + plain.left(slash);
    const auto traffic = Traffic::parse(plain.toStdString());
    if (!traffic) return std::nullopt;
    return *traffic;
}

} // namespace

const std::vector<WellKnownPort>& wellKnownPorts() {
    return table;
}

QString portLabel(const WellKnownPort& port) {
    if (port.traffic.protocol.isAll()) return PortText::tr(port.name);
    if (port.traffic.protocol.isIcmp()) return QString::fromLatin1(port.name);
    return QStringLiteral("%1 %2").arg(QString::fromLatin1(port.name), portText(port.traffic));
}

QString portText(const Traffic& traffic) {
    if (traffic.protocol.isAll()) return PortText::tr("All traffic");
    if (traffic.protocol == Protocol::tcp() && traffic.ports && !traffic.ports->isAll())
        return QString::fromStdString(traffic.ports->toString());
    return QString::fromStdString(traffic.normalized().toString());
}

QString portsText(const std::vector<Traffic>& traffic) {
    QStringList parts;
    for (const Traffic& one : traffic)
        parts << portText(one);
    return parts.join(QStringLiteral(", "));
}

std::optional<std::vector<Traffic>> parsePorts(const QString& text) {
    std::vector<Traffic> all;
    QString typed = text;
    typed.replace(QChar(0x3001), QLatin1Char(',')).replace(QChar(0xFF0C), QLatin1Char(','));
    for (const QString& part : typed.split(QLatin1Char(','))) {
        const auto traffic = parseOne(part);
        if (!traffic) return std::nullopt;
        if (std::find(all.begin(), all.end(), *traffic) == all.end()) all.push_back(*traffic);
    }
    return all;
}

std::vector<Traffic> usualPorts(const QString& name) {
    struct Role {
        const char* word;
        WorkloadKind kind;
    };
    // "app-db" is a database.
    static constexpr Role roles[] = {
        {"rds", WorkloadKind::Rds},
        {"db", WorkloadKind::Rds},
        {"database", WorkloadKind::Rds},
        {"cache", WorkloadKind::ElastiCache},
        {"bastion", WorkloadKind::Ec2Instance},
        {"ecs", WorkloadKind::EcsService},
        {"app", WorkloadKind::EcsService},
    };
    static const QRegularExpression between(QStringLiteral("[^a-z0-9]+"));
    const QStringList words = name.toLower().split(between, Qt::SkipEmptyParts);
    for (const WellKnownPort& port : table)
        for (const QString& term : QString::fromLatin1(port.terms).split(QLatin1Char(' ')))
            if (words.contains(term) && term.at(0).isLetter() && port.traffic.protocol == Protocol::tcp())
                return {port.traffic};
    for (const Role& role : roles)
        if (words.contains(QLatin1String(role.word))) return usualPorts(role.kind);
    return {Traffic::tcp(443)};
}

std::vector<Traffic> usualPorts(WorkloadKind kind) {
    switch (kind) {
    case WorkloadKind::Alb:
    case WorkloadKind::Nlb: return {Traffic::tcp(443)};
    case WorkloadKind::EcsService: return {Traffic::tcp(80)};
    case WorkloadKind::Ec2Instance: return {Traffic::tcp(22)};
    case WorkloadKind::Rds: return {Traffic::tcp(5432)};
    case WorkloadKind::ElastiCache: return {Traffic::tcp(6379)};
    case WorkloadKind::Lambda:
    case WorkloadKind::Other: break;
    }
    return {Traffic::tcp(443)};
}

} // namespace sekisho::canvas
