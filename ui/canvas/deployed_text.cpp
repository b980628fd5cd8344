// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/deployed_text.h"

#include "ui/document/deployment.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace sekisho::canvas {

namespace {

struct Deployed {
    Q_DECLARE_TR_FUNCTIONS(sekisho::canvas::Deployed)
};

} // namespace

QString deployedText(const Deployment& deployment, const std::vector<ElementId>& elements) {
    constexpr std::size_t most = 8;
    QStringList lines;
    std::vector<PlannedChange> changes;
    for (const ElementId element : elements) {
        if (deployment.isMarked())
            for (PlannedChange& change : deployment.changesOf(element))
                if (std::find(changes.begin(), changes.end(), change) == changes.end())
                    changes.push_back(std::move(change));
    }
    for (std::size_t i = 0; i < std::min(most, changes.size()); ++i)
        lines << Deployed::tr("%1 %2 %3", "+ aws_vpc.main will be created")
                     .arg(signOf(changes[i].action), changes[i].address, wordsOf(changes[i].action));
    if (changes.size() > most) lines << Deployed::tr("and %n more", nullptr, int(changes.size() - most));
    for (const ElementId element : elements)
        for (const DeployedValue& value : deployment.valuesOf(element))
            lines << Deployed::tr("%1: %2", "ID: nat-0123").arg(value.label, value.value);
    return lines.join(QLatin1Char('\n'));
}

} // namespace sekisho::canvas
