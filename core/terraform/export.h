// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostic.h"
#include "core/model/delta.h"
#include "core/model/design.h"

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// A design as Terraform files, in memory. The text depends on the arguments alone: no time, no path, no
/// locale.
namespace sekisho::terraform {

enum class ExportMode : std::uint8_t {
    Stack, ///< a folder that stands alone
    AddOn, ///< files to lay beside those of an existing VPC of the hands-on article's shape
};

/// A rule inside a security group, as terraform's state has it.
struct AppliedRule {
    bool egress = false;
    std::string protocol;  ///< as aws_security_group writes it: "tcp", "-1", "50"
    std::int64_t from = 0; ///< port or ICMP type; 0 where the protocol has neither
    std::int64_t to = 0;   ///< port or ICMP code
    std::string source;    ///< a CIDR, or the id of a group (its own for `self`) or prefix list

    friend auto operator<=>(const AppliedRule&, const AppliedRule&) = default;
};

/// What terraform's state says of security groups: only there one learns which rules AWS has already, when
/// they are to stand elsewhere than before (inside their group, or as resources of their own).
struct AppliedGroups {
    std::map<std::string, std::string> ids; ///< of groups and prefix lists, by address
    /// Rules by the address of the group that they stand in. A group with rules that are resources is not
    /// here: the provider lists those in the group as well.
    std::map<std::string, std::vector<AppliedRule>> inside;
    std::map<std::string, std::string> resources; ///< rules that are resources: address -> id of the group

    friend bool operator==(const AppliedGroups&, const AppliedGroups&) = default;
};

struct ExportOptions {
    ExportMode mode = ExportMode::Stack;
    std::optional<RuleStyle> rules = std::nullopt; ///< unset: as the design's settings say
    std::optional<bool> nat =
        std::nullopt; ///< position of the NAT switch in terraform.tfvars; unset: as in the settings
    bool associateNacls = false; ///< makes every network ACL association active for this export
    bool docker = false;         ///< stack: adds docker-compose.yml
    std::string designName = {}; ///< named in the header comments, e.g. the design's file; may be empty
    /// Where a state is known: rules that change places are handed over without an interruption.
    std::optional<AppliedGroups> applied = std::nullopt;

    friend bool operator==(const ExportOptions&, const ExportOptions&) = default;
};

/// `name = value` (HCL) in a file that somebody else may own.
struct Assignment {
    std::string name;
    std::string value;

    friend bool operator==(const Assignment&, const Assignment&) = default;
};

struct ExportedFile {
    std::string path;  ///< a file name, relative to the folder of the export
    std::string bytes; ///< UTF-8
    /// Where a foreign file of that name exists, only this line of it is to be set; `bytes` is for where
    /// there is none.
    std::optional<Assignment> onlyAssignment = std::nullopt;

    friend bool operator==(const ExportedFile&, const ExportedFile&) = default;
};

struct ExportResult {
    std::vector<ExportedFile> files; ///< sorted by path; empty if the export is refused
    Diagnostics diagnostics;         ///< any Error: refused
};

/// Lines firstLine..lastLine (from 1, inclusive) of `file` are about the element. Lines of parts lie within
/// those of their nodes; like resources of one set share their lines.
struct Span {
    std::string file;
    int firstLine = 1;
    int lastLine = 1;
    ElementId element;

    friend bool operator==(const Span&, const Span&) = default;
};

ExportResult exportTerraform(const Design& design, const ExportOptions& options);

/// What is written to disk: the same, but refused as well for what check() calls an error (model/check.h),
/// since terraform or AWS would not take it. Its errors come before the export's own diagnostics.
ExportResult exportChecked(const Design& design, const ExportOptions& options);

/// The same export again and again while a design changes: only what a change touches is written anew.
class Exporter {
public:
    explicit Exporter(ExportOptions options);
    ~Exporter();
    Exporter(Exporter&&) noexcept;
    Exporter& operator=(Exporter&&) noexcept;

    /// Brings the result up to date. `change` may say what happened since the last call, to skip the work
    /// when only the picture or the notes changed; null: anything may have. The reference lives until the
    /// next call.
    const ExportResult& update(const Design& design, const ChangeSet* change = nullptr);
    const ExportResult& result() const;
    /// Paths that the last update wrote differently, added or removed; sorted.
    const std::vector<std::string>& changedFiles() const;
    /// Which lines belong to which element; by file, then by line. Made when asked.
    std::vector<Span> spans() const;

    const ExportOptions& options() const;
    /// Takes effect with the next update.
    void setOptions(ExportOptions options);

private:
    friend ExportResult exportTerraform(const Design& design, const ExportOptions& options);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sekisho::terraform
