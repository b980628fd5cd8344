// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

/// What terraform prints for programs, read: plans, outputs, the state. What is not as expected is left out.
namespace sekisho {

struct Design;

enum class PlannedAction { Create, Update, Replace, Delete };

/// What a plan would do to one resource.
struct PlannedChange {
    QString address; ///< "aws_nat_gateway.main[0]"
    PlannedAction action{};
    std::optional<ElementId> element; ///< what it is in the design, if it is drawn

    friend bool operator==(const PlannedChange&, const PlannedChange&) = default;
};

struct PlanCounts {
    int create = 0, update = 0, replace = 0, destroy = 0;

    bool empty() const { return create + update + replace + destroy == 0; }
    friend bool operator==(const PlanCounts&, const PlanCounts&) = default;
};
PlanCounts countsOf(const std::vector<PlannedChange>& changes);

/// A value of `terraform output -json`.
struct TerraformOutput {
    QString name;
    QString value;      ///< text as it is, everything else as JSON; "(sensitive)" if terraform hides it
    QStringList listed; ///< where it is a list of texts: these

    friend bool operator==(const TerraformOutput&, const TerraformOutput&) = default;
};

/// A resource that the state holds.
struct StateResource {
    QString address;
    std::optional<ElementId> element; ///< what it is in the design, if it is there
    QJsonObject values;               ///< its arguments and attributes

    /// An attribute that is a text; else empty.
    QString text(const char* attribute) const;

    friend bool operator==(const StateResource&, const StateResource&) = default;
};

/// The changes that `terraform show -json PLAN` prints, in its order; what stays is left out.
std::vector<PlannedChange> readPlan(const QByteArray& json, const Design& design);
std::vector<TerraformOutput> readOutputs(const QByteArray& json);
/// The managed resources that `terraform show -json` prints for a state, modules included.
std::vector<StateResource> readState(const QByteArray& json, const Design& design);

} // namespace sekisho
