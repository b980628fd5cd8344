// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sekisho {

struct Design;

/// Something that "Find or run" can find.
struct FindEntry {
    enum Kind { Node, Rule, Command, TerraformFile, DesignFile } kind{};
    QString title;    ///< "ecs"
    QString detail;   ///< "security group · aws_security_group.ecs"
    QString icon;     ///< of resources/icons, or empty
    QString haystack; ///< what is searched besides the title, in lower case
    std::optional<ElementId> element;
    int command = -1; ///< of Command
    QString path;     ///< of a file
};

/// The nodes by name, kind, CIDR, Terraform address and id, and the rules by their descriptions and ports.
std::vector<FindEntry> findEntriesOf(const Design& design);
/// The commands of the table by text and tip.
std::vector<FindEntry> findEntriesOfCommands();

/// How well an entry answers: 0 is best (the title begins with it); nothing: not at all. Every word must be
/// somewhere; capitals do not count.
std::optional<int> findRank(const FindEntry& entry, const QStringList& words);

} // namespace sekisho
