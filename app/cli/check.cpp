// SPDX-License-Identifier: Apache-2.0
#include "core/model/check.h"
#include "core/advice/fixes.h"
#include "core/advice/way_out.h"
#include "core/model/acceptances.h"

#include "app/cli/commands.h"
#include "app/cli/names.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iterator>

namespace sekisho::cli {

namespace {

using nlohmann::ordered_json;

struct Finding {
    const Diagnostic* diagnostic = nullptr;
    const Acceptance* acceptance = nullptr; ///< null: open
};

std::vector<Finding> judged(const Design& design, const Diagnostics& diagnostics) {
    const std::string date = today();
    std::vector<Finding> findings;
    for (const Diagnostic& diagnostic : diagnostics)
        findings.push_back({&diagnostic, acceptanceOf(design.notes, diagnostic, date)});
    return findings;
}

/// How many findings are open, by severity, and how many accepted.
struct Summary {
    std::array<std::size_t, 3> open{};
    std::size_t accepted = 0;

    std::string count(Severity severity) const {
        return std::to_string(open[static_cast<std::size_t>(severity)]);
    }
};

Summary summaryOf(const std::vector<Finding>& findings) {
    Summary summary;
    for (const Finding& finding : findings) {
        if (finding.acceptance)
            ++summary.accepted;
        else
            ++summary.open[static_cast<std::size_t>(finding.diagnostic->severity)];
    }
    return summary;
}

std::string asText(const Design& design, const std::vector<Finding>& findings, const Console& console) {
    std::string text;
    for (const Finding& finding : findings) {
        const Diagnostic& diagnostic = *finding.diagnostic;
        text += text::severityWord(diagnostic.severity, console.language());
        text += ": " + text::sentence(diagnostic, console.language(), &design.network) + " [";
        text += codeText(diagnostic.code);
        text += "]";
        std::vector<std::string> subjects;
        for (const ElementId id : diagnostic.subjects)
            subjects.push_back(toString(id));
        if (!subjects.empty()) text += " (" + joined(subjects) + ")";
        if (finding.acceptance)
            text += " " + console.text(Text::check_accepted, {{"reason", finding.acceptance->reason}});
        text += '\n';
    }
    const Summary summary = summaryOf(findings);
    return text +
           console.text(Text::check_summary_line, {{"errors", summary.count(Severity::Error)},
                                                   {"warnings", summary.count(Severity::Warning)},
                                                   {"infos", summary.count(Severity::Info)},
                                                   {"accepted", std::to_string(summary.accepted)}}) +
           '\n';
}

std::string asJson(const Design& design, const std::vector<Finding>& findings, const Console& console) {
    const AddressIndex addresses(design.addresses);
    ordered_json list = ordered_json::array();
    for (const Finding& finding : findings) {
        const Diagnostic& diagnostic = *finding.diagnostic;
        ordered_json subjects = ordered_json::array();
        for (const ElementId id : diagnostic.subjects) {
            const std::string address = mainAddress(design, addresses, id);
            subjects.push_back({
                {"id", toString(id)},
                {"name", text::displayName(design.network, id)},
                {"terraform_address", address.empty() ? ordered_json(nullptr) : ordered_json(address)},
            });
        }
        list.push_back({
            {"code", codeText(diagnostic.code)},
            {"aliases", ordered_json::array()},
            {"severity", text::severityWord(diagnostic.severity, Language::English)},
            {"status", finding.acceptance ? "accepted" : "open"},
            {"subjects", subjects},
            {"message", text::sentence(diagnostic, console.language(), &design.network)},
            {"fix_available", !advice::fixesOf(design, diagnostic).empty()},
        });
    }
    const Summary summary = summaryOf(findings);
    const ordered_json json = {
        {"findings", list},
        {"summary",
         {{"error", summary.open[0]},
          {"warning", summary.open[1]},
          {"info", summary.open[2]},
          {"accepted", summary.accepted}}},
    };
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

/// The mildest severity that makes the command say no; nothing for "never".
std::optional<Severity> threshold(const std::string& word) {
    if (word == "never") return std::nullopt;
    if (word == "info") return Severity::Info;
    return word == "warning" ? Severity::Warning : Severity::Error;
}

} // namespace

Status runCheck(const Arguments& arguments, Console& console) {
    const auto design = loadFile(arguments.word(0), console);
    if (!design) return Status::Failed;
    Diagnostics diagnostics = check(*design);
    Diagnostics wayOut = advice::wayOutFindings(*design);
    diagnostics.insert(diagnostics.end(), std::make_move_iterator(wayOut.begin()),
                       std::make_move_iterator(wayOut.end()));
    const auto findings = judged(*design, diagnostics);
    const bool json = arguments.value("format") == "json";
    console.print(json ? asJson(*design, findings, console) : asText(*design, findings, console));

    const auto limit = threshold(arguments.value("fail-on").value_or("error"));
    const bool fails = limit && std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
                           return !finding.acceptance && finding.diagnostic->severity <= *limit;
                       });
    return fails ? Status::No : Status::Yes;
}

} // namespace sekisho::cli
