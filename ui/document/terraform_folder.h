// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/terraform/export.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the files of a folder say before terraform is run in it. Nothing is run or asked here.
namespace sekisho::terraform_folder {

/// With whose rights the AWS provider goes to AWS: the provider's `profile`, then the keys of the
/// environment, then AWS_PROFILE, then the profile "default" (Terraform AWS provider, "Authentication and
/// Configuration").
struct Identity {
    QString profile; ///< its name, or the expression where it is not known; empty: keys of the environment
    QString saidBy;  ///< "versions.tf", "terraform.tfvars", "AWS_PROFILE"; empty: nothing, it is the default

    friend bool operator==(const Identity&, const Identity&) = default;
};
Identity identityOf(const QString& folder);

/// The workspace that terraform would use there; "default" unless somebody chose another.
QString workspaceOf(const QString& folder);

/// Where the state of a folder is.
struct StatePlace {
    bool isThere = false; ///< a state was written, or is kept elsewhere
    QString backend;      ///< "s3", "remote"; empty: a file in the folder
};
StatePlace statePlaceOf(const QString& folder);

/// An exported text without the line that names the design's file: saving under another name is no change.
std::string_view withoutHeader(std::string_view text);

/// How the files of a folder stand to those that an export of a design would write.
enum class Match {
    Same,
    Edited, ///< what the last export wrote is what this one would; somebody has edited it since
    Other,  ///< they are of another design, or of another state of it
};
Match match(const QString& folder, const std::vector<terraform::ExportedFile>& files);

/// The expression that the first block of that type and label without an `alias` gives an argument, as it
/// stands; type empty: the argument of the file itself. Nothing where there is none.
std::optional<std::string> argumentOf(std::string_view text, std::string_view type, std::string_view label,
                                      std::string_view argument);

} // namespace sekisho::terraform_folder
