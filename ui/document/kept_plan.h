// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/document/terraform_results.h"

#include <optional>

/// The plan that a folder keeps between `plan` and `apply`, in .terraform, which is terraform's own and in
/// nobody's git. Beside it stands of which files it is the plan, so that it is never applied to others.
namespace sekisho::kept_plan {

/// Relative to the folder: what terraform writes it to.
QString file();
/// SHA-256 of the configuration of a folder: its *.tf, *.tf.json, *.tfvars and *.tfvars.json.
QByteArray inputsOf(const QString& folder);
/// Notes that the plan there is that of these inputs.
void seal(const QString& folder, const QByteArray& inputs, const PlanCounts& counts);
/// Whether there is a plan, whatever it is of.
bool exists(const QString& folder);
/// What the plan would do; nothing if there is none, or it is not the plan of the files as they are now.
std::optional<PlanCounts> held(const QString& folder);
void drop(const QString& folder);

} // namespace sekisho::kept_plan
