// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/traffic_words.h"

#include "ui/editors/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace sekisho::editors {

namespace {

struct TrafficWords {
    Q_DECLARE_TR_FUNCTIONS(sekisho::editors::Traffic)
};

struct Preset {
    const char* name;
    Traffic traffic;
    bool translated = false;
    bool ofAclsAlone = false;
};

Traffic icmp(Protocol protocol) {
    return {protocol, {}, IcmpType{}};
}

/// As the console has them: the wide ones, then by port.
const std::vector<Preset>& presets() {
    static const std::vector<Preset> all = {
        {"HTTP", Traffic::tcp(80)},
        {"HTTPS", Traffic::tcp(443)},
        {"SSH", Traffic::tcp(22)},
        {"RDP", Traffic::tcp(3389)},
        {"PostgreSQL", Traffic::tcp(5432)},
        {"MySQL/Aurora", Traffic::tcp(3306)},
        {"MSSQL", Traffic::tcp(1433)},
        {"Oracle-RDS", Traffic::tcp(1521)},
        {"Redshift", Traffic::tcp(5439)},
        {"Redis", Traffic::tcp(6379)},
        {"NFS", Traffic::tcp(2049)},
        {"SMB", Traffic::tcp(445)},
        {"LDAP", Traffic::tcp(389)},
        {"DNS (UDP)", Traffic::udp(PortRange::single(53))},
        {"DNS (TCP)", Traffic::tcp(53)},
        {"SMTP", Traffic::tcp(25)},
        {"SMTPS", Traffic::tcp(465)},
        {"IMAP", Traffic::tcp(143)},
        {"IMAPS", Traffic::tcp(993)},
        {"POP3", Traffic::tcp(110)},
        {"POP3S", Traffic::tcp(995)},
        {"WinRM-HTTP", Traffic::tcp(5985)},
        {"WinRM-HTTPS", Traffic::tcp(5986)},
        {"Telnet", Traffic::tcp(23), false, true},
        {"Nameserver", Traffic::tcp(42), false, true},
        {"HTTP*", Traffic::tcp(8080), false, true},
        {"HTTPS*", Traffic::tcp(8443), false, true},
        {QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "All TCP"), Traffic::tcp(PortRange::all()), true},
        {QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "All UDP"), Traffic::udp(PortRange::all()), true},
        {QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "All ICMP - IPv4"), icmp(Protocol::icmp()), true},
        {QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "All ICMP - IPv6"), icmp(Protocol::icmpv6()), true},
        {QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "All traffic"), Traffic::all(), true},
    };
    return all;
}

/// Any traffic of a protocol that no preset is for.
struct Custom {
    const char* name;
    std::optional<Protocol> protocol; ///< nothing: any other
};
constexpr std::array customs = {
    Custom{QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Custom TCP"), Protocol::tcp()},
    Custom{QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Custom UDP"), Protocol::udp()},
    Custom{QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Custom ICMP - IPv4"), Protocol::icmp()},
    Custom{QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Custom ICMP - IPv6"), Protocol::icmpv6()},
    Custom{QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Custom protocol"), std::nullopt},
};

bool isOffered(const Preset& preset, Presets whose) {
    return !preset.ofAclsAlone || whose == Presets::OfAcls;
}

/// Types of ICMP that rules are made for (IANA, ICMP and ICMPv6 parameters); no code: all of them.
struct IcmpWord {
    Protocol protocol;
    IcmpType icmp;
    const char* name;
};
constexpr std::array icmpWords = {
    IcmpWord{Protocol::icmp(), {0, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Echo reply")},
    IcmpWord{
        Protocol::icmp(), {3, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Destination unreachable")},
    IcmpWord{
        Protocol::icmp(), {3, 4}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Fragmentation required")},
    IcmpWord{Protocol::icmp(), {5, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Redirect")},
    IcmpWord{Protocol::icmp(), {8, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Echo request")},
    IcmpWord{
        Protocol::icmp(), {9, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Router advertisement")},
    IcmpWord{
        Protocol::icmp(), {10, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Router solicitation")},
    IcmpWord{Protocol::icmp(), {11, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Time exceeded")},
    IcmpWord{Protocol::icmp(), {12, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Parameter problem")},
    IcmpWord{Protocol::icmp(), {13, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Timestamp")},
    IcmpWord{Protocol::icmp(), {14, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Timestamp reply")},
    IcmpWord{Protocol::icmpv6(),
             {1, -1},
             QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Destination unreachable")},
    IcmpWord{Protocol::icmpv6(), {2, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Packet too big")},
    IcmpWord{Protocol::icmpv6(), {3, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Time exceeded")},
    IcmpWord{
        Protocol::icmpv6(), {4, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Parameter problem")},
    IcmpWord{Protocol::icmpv6(), {128, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Echo request")},
    IcmpWord{Protocol::icmpv6(), {129, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Echo reply")},
    IcmpWord{
        Protocol::icmpv6(), {133, -1}, QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Router solicitation")},
    IcmpWord{Protocol::icmpv6(),
             {134, -1},
             QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Router advertisement")},
    IcmpWord{Protocol::icmpv6(),
             {135, -1},
             QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Neighbor solicitation")},
    IcmpWord{Protocol::icmpv6(),
             {136, -1},
             QT_TRANSLATE_NOOP("sekisho::editors::Traffic", "Neighbor advertisement")},
};

QString nameOf(const Preset& preset) {
    return preset.translated ? TrafficWords::tr(preset.name) : QString::fromLatin1(preset.name);
}

bool same(const QString& a, const QString& b) {
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool meansAll(const QString& text) {
    return same(text, QStringLiteral("all")) || same(text, TrafficWords::tr("All")) ||
           text == QStringLiteral("すべて") || text == QLatin1String("*");
}

/// A name of the Japanese console in English, whatever the language here.
QString fromJapanese(QString text) {
    static const std::pair<const char*, const char*> words[] = {
        {"すべてのトラフィック", "All traffic"},
        {"すべての", "All "},
        {"カスタムプロトコル", "Custom protocol"},
        {"カスタム", "Custom "},
        {"ルール", ""},
    };
    const QString before = text;
    for (const auto& [japanese, english] : words)
        text.replace(QString::fromUtf8(japanese), QLatin1String(english));
    return text == before ? text : text.simplified();
}

/// The preset people mean by a text: the console's name, or one near it ("postgres", "dns").
const Preset* presetNamed(const QString& text) {
    for (const Preset& preset : presets())
        if (same(text, nameOf(preset)) || same(text, QString::fromLatin1(preset.name))) return &preset;
    static constexpr std::pair<const char*, const char*> others[] = {{"postgres", "PostgreSQL"},
                                                                     {"mysql", "MySQL/Aurora"},
                                                                     {"aurora", "MySQL/Aurora"},
                                                                     {"oracle", "Oracle-RDS"},
                                                                     {"dns", "DNS (UDP)"},
                                                                     {"dns udp", "DNS (UDP)"},
                                                                     {"dns tcp", "DNS (TCP)"},
                                                                     {"mssql/sql server", "MSSQL"},
                                                                     {"ms sql", "MSSQL"},
                                                                     {"sql server", "MSSQL"},
                                                                     {"all icmp", "All ICMP - IPv4"},
                                                                     {"all icmpv6", "All ICMP - IPv6"}};
    for (const auto& [other, name] : others)
        if (same(text, QString::fromLatin1(other)))
            for (const Preset& preset : presets())
                if (QLatin1String(preset.name) == QLatin1String(name)) return &preset;
    return nullptr;
}

/// The ICMP type that a text names: as the list of them does, or "ping".
const IcmpWord* icmpNamed(Protocol protocol, const QString& text) {
    const QString name = same(text, QStringLiteral("ping")) ? QStringLiteral("Echo request") : text;
    for (const IcmpWord& word : icmpWords)
        if (word.protocol == protocol &&
            (same(name, TrafficWords::tr(word.name)) || same(name, QString::fromLatin1(word.name))))
            return &word;
    return nullptr;
}

/// The traffic with another protocol: what narrows it stays where it still has a meaning.
Traffic withProtocol(const Traffic& traffic, Protocol protocol) {
    Traffic changed{protocol, {}, {}};
    // From everything to one protocol: all of that. From a protocol without ports: one that is often meant.
    if (protocol.hasPorts())
        changed.ports =
            traffic.ports.value_or(traffic.protocol.isAll() ? PortRange::all() : PortRange::single(443));
    if (protocol.isIcmp() && traffic.protocol == protocol) changed.icmp = traffic.icmp;
    return changed.normalized();
}

} // namespace

QString plain(const QString& text) {
    return text.normalized(QString::NormalizationForm_KC).trimmed();
}

QString typeName(const Traffic& traffic, Presets whose) {
    const Traffic one = traffic.normalized();
    for (const Preset& preset : presets())
        if (isOffered(preset, whose) && preset.traffic.normalized() == one) return nameOf(preset);
    for (const Custom& custom : customs)
        if (!custom.protocol || *custom.protocol == one.protocol) return TrafficWords::tr(custom.name);
    return {};
}

QString protocolName(Protocol protocol) {
    if (protocol.isAll()) return TrafficWords::tr("All");
    if (protocol == Protocol::icmpv6()) return QStringLiteral("ICMPv6");
    return QString::fromStdString(protocol.toString()).toUpper();
}

QString portsText(const Traffic& traffic) {
    const Traffic one = traffic.normalized();
    if (one.ports && !one.ports->isAll()) return QString::fromStdString(one.ports->toString());
    if (one.icmp && one.icmp->type >= 0) {
        QString text = QString::number(one.icmp->type);
        if (one.icmp->code >= 0) text += QLatin1Char('/') + QString::number(one.icmp->code);
        return text;
    }
    return TrafficWords::tr("All");
}

QString typeTip(const Traffic& traffic, Presets whose) {
    const QString name = typeName(traffic, whose);
    const Traffic one = traffic.normalized();
    for (const IcmpWord& word : icmpWords)
        if (one.protocol == word.protocol && one.icmp == word.icmp)
            return TrafficWords::tr("%1: %2", "a kind of traffic and what its ICMP type means")
                .arg(name, TrafficWords::tr(word.name));
    return name;
}

std::vector<Choice> portsChoices(Protocol protocol) {
    std::vector<Choice> choices;
    if (!protocol.isIcmp()) return choices;
    choices.push_back({portsText({protocol, {}, {}}), {}, {}, false});
    for (const IcmpWord& word : icmpWords)
        if (word.protocol == protocol)
            choices.push_back(
                {portsText({protocol, {}, word.icmp}), TrafficWords::tr(word.name), {}, choices.size() == 1});
    return choices;
}

std::vector<Choice> typeChoices(Presets whose) {
    std::vector<Choice> choices;
    bool isService = true;
    for (const Preset& preset : presets()) {
        if (!isOffered(preset, whose)) continue;
        const Traffic& traffic = preset.traffic;
        const bool isPort = traffic.ports && !traffic.ports->isAll();
        choices.push_back({nameOf(preset), isPort ? portsText(traffic) : QString(), {}, false});
        if (preset.translated) choices.back().beginsGroup = std::exchange(isService, false);
    }
    for (const Custom& custom : customs)
        choices.push_back({TrafficWords::tr(custom.name), {}, {}, &custom == customs.data()});
    return choices;
}

std::vector<Choice> protocolChoices(Presets whose) {
    std::vector<Choice> choices;
    for (const Protocol protocol :
         {Protocol::tcp(), Protocol::udp(), Protocol::icmp(), Protocol::icmpv6(), Protocol::all()})
        choices.push_back({protocolName(protocol), {}, {}, false});
    bool first = true;
    for (const Preset& preset : presets()) {
        if (preset.translated || !isOffered(preset, whose)) continue;
        choices.push_back({nameOf(preset), portsText(preset.traffic), {}, first});
        first = false;
    }
    return choices;
}

Verdict readType(Traffic& traffic, const QString& typed) {
    const QString text = fromJapanese(plain(typed));
    if (const Preset* preset = presetNamed(text)) {
        traffic = preset->traffic.normalized();
        return {};
    }
    for (const Custom& custom : customs) {
        if (!same(text, TrafficWords::tr(custom.name)) && !same(text, QString::fromLatin1(custom.name)) &&
            !same(text, QString::fromLatin1(custom.name) + QStringLiteral(" rule")))
            continue;
        if (custom.protocol) {
            traffic = withProtocol(traffic, *custom.protocol);
        } else if (traffic.protocol.isAll() || traffic.protocol.hasPorts() || traffic.protocol.isIcmp()) {
            // AWS asks for the number of the protocol; here it is typed into its cell.
            traffic = withProtocol(traffic, *Protocol::parse("50"));
        }
        return {};
    }
    return readProtocol(traffic, typed);
}

Verdict readProtocol(Traffic& traffic, const QString& typed) {
    QString text = plain(typed);
    // The console's tables of network ACLs write "TCP (6)".
    static const QRegularExpression number(QStringLiteral("\\s*\\(\\d+\\)$"));
    if (!text.startsWith(QLatin1String("DNS"), Qt::CaseInsensitive)) text.remove(number);
    if (same(text, QStringLiteral("IPv6 ICMP")) || same(text, QStringLiteral("IPv6-ICMP")))
        text = QStringLiteral("icmpv6");
    if (meansAll(text)) text = QStringLiteral("all");
    // People who type "https" or "tcp/443" in place of the protocol mean the whole.
    if (const Preset* preset = presetNamed(text)) {
        traffic = preset->traffic.normalized();
        return {};
    }
    if (text.contains(QLatin1Char('/'))) {
        const auto whole = Traffic::parse(text.toStdString());
        if (!whole) return complaint(whole.error());
        traffic = *whole;
        return {};
    }
    const auto protocol = Protocol::parse(text.toStdString());
    if (!protocol) return complaint(protocol.error());
    traffic = withProtocol(traffic, *protocol);
    return {};
}

Verdict readPorts(Traffic& traffic, const QString& typed) {
    QString text = plain(typed);
    static const QRegularExpression blanks(QStringLiteral("\\s*([-/])\\s*"));
    text.replace(QChar(0x2013), QLatin1Char('-')).replace(blanks, QStringLiteral("\\1"));
    const bool isAll =
        meansAll(text) || same(text, QStringLiteral("N/A")) || text == QStringLiteral("該当なし");
    Traffic changed{traffic.protocol, {}, {}};
    if (traffic.protocol.hasPorts()) {
        const auto ports = isAll ? Result<PortRange>(PortRange::all()) : PortRange::parse(text.toStdString());
        if (!ports) return complaint(ports.error());
        changed.ports = *ports;
    } else if (const auto* word = icmpNamed(traffic.protocol, text)) {
        changed.icmp = word->icmp;
    } else if (!isAll && !(text.isEmpty() && !traffic.protocol.isIcmp())) {
        const auto whole = Traffic::parse(traffic.protocol.toString() + '/' + text.toStdString());
        if (!whole) return complaint(whole.error());
        changed = *whole;
    }
    traffic = changed.normalized();
    return {};
}

} // namespace sekisho::editors
