// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/fix_words.h"

#include "ui/text/diagnostic_text.h"

#include <QCoreApplication>

namespace sekisho {

namespace {

/// For lupdate: the context of these words.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(sekisho::Fixes)
};

} // namespace

QString fixLabel(const advice::Fix& fix) {
    using advice::FixKind;
    const QString value = QString::fromStdString(text::oneLine(fix.value, 24));
    switch (fix.kind) {
    case FixKind::Use: return Words::tr("Use %1").arg(value);
    case FixKind::Remove: return Words::tr("Remove");
    case FixKind::RemoveReference: return Words::tr("Remove reference");
    case FixKind::Add: return Words::tr("Add %1").arg(value);
    case FixKind::GiveAddress: return Words::tr("Give address");
    case FixKind::LeaveZoneOut: return Words::tr("Leave zone out");
    case FixKind::GiveIpv6: return Words::tr("Give VPC IPv6");
    case FixKind::SwitchOff: return Words::tr("Switch off");
    case FixKind::SwitchDnsOn: return Words::tr("Switch DNS on");
    case FixKind::RaiseTo: return Words::tr("Raise to %1").arg(value);
    case FixKind::Renumber: return Words::tr("Renumber");
    case FixKind::Attach: return Words::tr("Attach");
    case FixKind::PutOnNatSwitch: return Words::tr("Put on NAT switch");
    case FixKind::TakeOffNatSwitch: return Words::tr("Take off switch");
    case FixKind::AddElasticIp: return Words::tr("Add Elastic IP");
    case FixKind::AddInternetGateway: return Words::tr("Add gateway");
    case FixKind::LetAwsChoose: return Words::tr("Let AWS choose");
    case FixKind::UseRouteTables: return Words::tr("Use all tables");
    case FixKind::UseSubnets: return Words::tr("Choose subnets");
    case FixKind::Join: return Words::tr("Join");
    case FixKind::AddEndpoints: return Words::tr("Add endpoints");
    case FixKind::SwitchNatOn: return Words::tr("Switch NAT on");
    }
    return {};
}

SplitSentence splitSentence(const QString& sentence) {
    // Quoted names may hold full stops of their own.
    int quotes = 0;
    for (int i = 0; i < sentence.size(); ++i) {
        const QChar c = sentence[i];
        if (c == QChar(0x201C) || c == QChar(0x300C)) ++quotes;
        if (c == QChar(0x201D) || c == QChar(0x300D)) quotes = std::max(0, quotes - 1);
        const bool stop = c == QChar(0x3002) || (c == QLatin1Char('.') && i + 1 < sentence.size() &&
                                                 sentence[i + 1] == QLatin1Char(' '));
        if (quotes == 0 && stop) return {sentence.left(i + 1), sentence.mid(i + 1).trimmed()};
    }
    return {sentence, {}};
}

} // namespace sekisho
