// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QString>

/// What cells of tables and fields of forms have in common: a text that people type is judged while they
/// type.
namespace sekisho::editors {

/// What a typed text comes to.
struct Verdict {
    QString complaint; ///< why it cannot be; empty: it can
    QString offer;     ///< a text that would do instead ("10.0.0.0/16"), or empty

    bool ok() const { return complaint.isEmpty(); }
};

/// One entry of a list to choose from. The text alone names it: typed, it is the same choice.
struct Choice {
    QString text;
    QString hint; ///< beside the text: "10.0.0.0/16"
    QIcon icon;
    bool beginsGroup = false;
};

enum class CellKind {
    ReadOnly,
    Text,
    Choice,       ///< one of a list
    ChoiceOrText, ///< one of a list, or what is typed
    Check,
};

/// The columns of all tables.
enum class Column {
    Number,
    Type,
    Protocol,
    Ports,
    Peer,
    Action,
    Description,
    Destination,
    Target,
    NatSwitch,
    Status,
    Cidr,
    Key,
    Value,
    Port,
    TargetPort,
    HealthPort,
    Subnet,
    PrivateIp,
    PublicIp,
    Zone,
    ElasticIp,
};

} // namespace sekisho::editors
