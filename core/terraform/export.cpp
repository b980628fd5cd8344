// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/export.h"
#include "core/model/check.h"

#include "core/terraform/handover.h"
#include "core/terraform/plan.h"
#include "core/terraform/project_files.h"
#include "core/terraform/set_writer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace sekisho::terraform {

namespace {

/// The files that hold resources.
constexpr std::array resourceFiles = {FileId::Vpc,  FileId::Security,  FileId::Nat,
                                      FileId::Nacl, FileId::Endpoints, FileId::FlowLogs};

/// The lines of a rule's block, counted from the first of its resource.
struct Block {
    int first = 0;
    int last = 0;
    ElementId part;
};

/// A set's text and all that it was made from.
struct Written {
    PlannedSet set;
    Scope scope;
    std::string text;
    std::string output; ///< security groups: its block in outputs.tf

    // Found when somebody asks for spans.
    mutable int lines = -1;
    mutable std::vector<Block> blocks = {};
};

bool isGroup(const PlannedSet& set) {
    return set.type->type == "aws_security_group" || set.type->type == "aws_default_security_group";
}

/// What the text of every set may depend on, beside what a Scope notes.
struct Globals {
    ExportOptions options;
    ElementId mainVpc;
    std::vector<std::pair<ElementId, std::string>> zones;
    bool hasPeerings = false;

    explicit Globals(const Survey& survey) : options(survey.options()) {
        if (survey.mainVpc()) mainVpc = survey.mainVpc()->id;
        for (const AvailabilityZone* az : survey.zones())
            zones.emplace_back(az->id, az->zone);
        hasPeerings = !survey.network().all<Peering>().empty();
    }
    Globals() = default;
    friend bool operator==(const Globals&, const Globals&) = default;
};

/// The parts of a group or ACL in the order of their blocks.
std::vector<ElementId> blockParts(const Network& network, ElementId element) {
    std::vector<ElementId> parts;
    for (const Direction direction : {Direction::Ingress, Direction::Egress}) {
        if (const auto id = SecurityGroupId::from(element))
            for (const SecurityGroupRule& rule : network.get(*id)->rules)
                if (rule.direction == direction) parts.push_back(rule.id);
        if (const auto id = NetworkAclId::from(element)) {
            std::vector<std::pair<std::int32_t, ElementId>> numbered;
            for (const NetworkAclRule& rule : network.get(*id)->rules)
                if (rule.direction == direction) numbered.emplace_back(rule.number, rule.id);
            std::stable_sort(numbered.begin(), numbered.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
            for (const auto& [number, rule] : numbered)
                parts.push_back(rule);
        }
    }
    return parts;
}

} // namespace

struct Exporter::State {
    ExportOptions options;
    ExportResult result;
    std::vector<std::string> changed;
    /// The design that the texts were made from: it keeps alive what the scopes point at.
    Design design;
    Globals globals;
    bool isCurrent = false;
    std::optional<Survey> survey;                     ///< of `design`
    std::unordered_map<std::string, Written> written; ///< by address
    std::vector<Written*> order;
    Diagnostics beforeSets, afterSets; ///< those of the sets stand between them

    void exportAll(const Design& next);
    bool rewriteTouched(const ChangeSet& change, const Design& next);
    static bool isOf(const std::vector<SecurityGroupId>& groups, const PlannedSet& set);
    bool rewrite(Written& one, const PlannedSet& set) const;
    bool replan(const std::vector<SecurityGroupId>& groups);
    void gatherDiagnostics();
    Written write(const PlannedSet& set) const;
    void writeSets(const std::vector<PlannedSet>& plan);
    std::vector<ExportedFile> files(const std::vector<PlannedSet>& plan);
    std::string resourceText(FileId file) const;
    std::string outputsText(const std::vector<PlannedSet>& plan);
    void replaceFiles(std::vector<ExportedFile> files);
    void findBlocks(const Written& set) const;
    void addSpans(FileId file, std::vector<Span>& spans) const;
};

void Exporter::State::exportAll(const Design& next) {
    // Scopes compare nodes by identity: what they saw must live until they have been asked.
    const Design before = std::exchange(design, next);
    survey.emplace(design, options);
    Globals now(*survey);
    if (!(now == globals)) written.clear();
    globals = std::move(now);
    beforeSets.clear();
    afterSets.clear();
    const std::vector<PlannedSet> plan = planSets(*survey, beforeSets);
    checkWhole(*survey, beforeSets);
    if (survey->isAddOn()) checkAddOn(*survey, plan, beforeSets);
    writeSets(plan);
    std::vector<ExportedFile> made = files(plan);
    gatherDiagnostics();
    if (hasErrors(result.diagnostics)) made.clear();
    replaceFiles(std::move(made));
}

/// The same in less time where the survey can follow the edit: the sets that saw a changed node are written
/// anew, in their places. False, with nothing done that exportAll() would not do again, where more may have
/// changed.
bool Exporter::State::rewriteTouched(const ChangeSet& change, const Design& next) {
    if (survey->isAddOn() || options.applied || hasErrors(result.diagnostics)) return false;
    const auto replanned = survey->follow(change, next);
    if (!replanned) return false;
    // In place, since the survey refers to it. `next` was made while these nodes lived, so that none of its
    // own can be taken for one of them.
    for (const ElementId id : change.nodes)
        design.network.nodes.set(id, next.network.nodes.share(id));

    std::set<FileId> touched;
    if (!replanned->empty()) {
        if (!replan(*replanned)) return false;
        touched.insert(FileId::Security);
    }
    for (Written* one : order) {
        if (!one->scope.sawOneOf(change.nodes) || isOf(*replanned, one->set)) continue;
        if (!rewrite(*one, one->set)) return false;
        touched.insert(one->set.file);
    }
    changed.clear();
    const std::string header = headerText(options.designName);
    for (const FileId id : touched) {
        const auto file = std::find_if(result.files.begin(), result.files.end(),
                                       [&](const ExportedFile& f) { return f.path == fileName(id); });
        assert(file != result.files.end());
        std::string bytes = header + resourceText(id);
        if (bytes == file->bytes) continue;
        file->bytes = std::move(bytes);
        changed.push_back(file->path);
    }
    std::sort(changed.begin(), changed.end());
    gatherDiagnostics();
    return true;
}

/// Whether a set is one of these groups' (sorted).
bool Exporter::State::isOf(const std::vector<SecurityGroupId>& groups, const PlannedSet& set) {
    const auto group = SecurityGroupId::from(set.owner);
    return group && std::binary_search(groups.begin(), groups.end(), *group);
}

/// Of another text alone: false if that changes more than the file of the set.
bool Exporter::State::rewrite(Written& one, const PlannedSet& set) const {
    Written fresh = write(set);
    // A name can change outputs.tf; an error takes all files away.
    if (fresh.output != one.output || hasErrors(fresh.scope.diagnostics())) return false;
    one = std::move(fresh);
    return true;
}

/// Puts other sets in the places of those of some groups (sorted). False like rewriteTouched().
bool Exporter::State::replan(const std::vector<SecurityGroupId>& groups) {
    // Moves of groups move their rules.
    if (!design.addresses.moved.empty()) return false;
    Diagnostics found;
    const std::vector<PlannedSet> plan = planGroups(*survey, groups, found);
    if (!found.empty()) return false;
    std::unordered_set<const Written*> gone;
    for (const Written* one : order)
        if (isOf(groups, one->set)) gone.insert(one);
    std::vector<Written*> next;
    next.reserve(order.size() + plan.size());
    auto planned = plan.begin();
    for (Written* one : order) {
        if (!isOf(groups, one->set)) {
            next.push_back(one);
            continue;
        }
        // The sets of a group stand together, so that the first of the old ones tells where the new ones go.
        const ElementId owner = one->set.owner;
        for (; planned != plan.end() && planned->owner == owner; ++planned) {
            const auto [it, isNew] = written.try_emplace(
                planned->address(),
                Written{.set = *planned, .scope = Scope(*survey, {}), .text = {}, .output = {}});
            Written* fresh = &it->second;
            // An address that another group's set has, or that stands twice in the plan.
            if (!isNew && gone.erase(fresh) == 0) return false;
            if (!rewrite(*fresh, *planned)) return false;
            next.push_back(fresh);
        }
    }
    if (planned != plan.end()) return false;
    for (const Written* one : gone)
        written.erase(one->set.address());
    order = std::move(next);
    return true;
}

void Exporter::State::gatherDiagnostics() {
    Diagnostics& all = result.diagnostics;
    all = beforeSets;
    for (const Written* one : order)
        all.insert(all.end(), one->scope.diagnostics().begin(), one->scope.diagnostics().end());
    all.insert(all.end(), afterSets.begin(), afterSets.end());
}

Written Exporter::State::write(const PlannedSet& set) const {
    Written fresh{.set = set, .scope = Scope(*survey, set.address()), .text = {}, .output = {}};
    fresh.text = writeSet(fresh.scope, fresh.set);
    if (isGroup(set)) fresh.output = groupOutputText(fresh.scope, set);
    return fresh;
}

void Exporter::State::writeSets(const std::vector<PlannedSet>& plan) {
    std::unordered_map<std::string, Written> next;
    next.reserve(plan.size());
    order.clear();
    for (const PlannedSet& set : plan) {
        if (survey->isAddOn() && isOfBase(set)) continue;
        if (!isLegalLabel(set.label)) continue; // said by the plan
        const std::string address = set.address();
        if (next.contains(address)) continue; // so was this
        const auto old = written.find(address);
        if (old != written.end() && old->second.set == set && old->second.scope.holds(*survey))
            order.push_back(&next.insert(written.extract(old)).position->second);
        else
            order.push_back(&next.emplace(address, write(set)).first->second);
    }
    written = std::move(next);
}

std::string Exporter::State::resourceText(FileId file) const {
    std::size_t size = 0;
    for (const Written* set : order)
        if (set->set.file == file) size += set->text.size() + 1;
    std::string text;
    text.reserve(size);
    for (const Written* set : order) {
        if (set->set.file != file) continue;
        text += '\n';
        text += set->text;
    }
    return text;
}

std::string Exporter::State::outputsText(const std::vector<PlannedSet>& plan) {
    Scope scope(*survey, "outputs.tf");
    std::string text;
    const auto append = [&](const std::string& block) {
        if (block.empty()) return;
        text += '\n';
        text += block;
    };
    if (!survey->isAddOn()) append(networkOutputsText(scope, plan));
    for (const Written* set : order)
        append(set->output);
    append(natOutputsText(scope, plan));
    afterSets.insert(afterSets.end(), scope.diagnostics().begin(), scope.diagnostics().end());
    return text;
}

std::vector<ExportedFile> Exporter::State::files(const std::vector<PlannedSet>& plan) {
    std::vector<ExportedFile> made;
    const std::string header = headerText(options.designName);
    const auto add = [&](std::string_view path, const std::string& text) {
        if (!text.empty()) made.push_back({std::string(path), header + text, {}});
    };
    const auto addAfterBlank = [&](std::string_view path, const std::string& text) {
        if (!text.empty()) add(path, "\n" + text);
    };
    const bool addOn = survey->isAddOn();
    Handover handover = handOver(*survey, plan);
    afterSets.insert(afterSets.end(), handover.diagnostics.begin(), handover.diagnostics.end());
    if (!addOn)
        addAfterBlank("versions.tf", versionsText(*survey, handover.text.empty() ? ">= 1.5" : ">= 1.7"));
    addAfterBlank(addOn ? "security_variables.tf" : "variables.tf", variablesText(*survey, plan));
    addAfterBlank("terraform.tfvars", tfvarsText(*survey, plan));
    if (addOn) {
        const bool nat = options.nat.value_or(survey->design().settings.natEnabled);
        made.back().onlyAssignment = Assignment{"enable_nat_gateway", nat ? "true" : "false"};
    }
    for (const FileId file : resourceFiles)
        add(fileName(file), resourceText(file));
    addAfterBlank("moved.tf", movedText(*survey, plan, afterSets));
    addAfterBlank("handover.tf", handover.text);
    add(addOn ? "security_outputs.tf" : "outputs.tf", outputsText(plan));
    if (!addOn && options.docker) addAfterBlank("docker-compose.yml", dockerComposeText());
    std::sort(made.begin(), made.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return made;
}

void Exporter::State::replaceFiles(std::vector<ExportedFile> files) {
    changed.clear();
    auto old = result.files.begin();
    auto next = files.begin();
    while (old != result.files.end() || next != files.end()) {
        if (next == files.end() || (old != result.files.end() && old->path < next->path)) {
            changed.push_back((old++)->path);
        } else if (old == result.files.end() || next->path < old->path) {
            changed.push_back((next++)->path);
        } else {
            if (!(*old == *next)) changed.push_back(next->path);
            ++old;
            ++next;
        }
    }
    result.files = std::move(files);
}

/// Spans of the resources of one file, by counting the lines that files() put there.
void Exporter::State::findBlocks(const Written& set) const {
    set.lines = static_cast<int>(std::count(set.text.begin(), set.text.end(), '\n'));
    // Data cannot bring line breaks into the text, so a line that looks like a block's is one.
    if (set.set.members.size() != 1 || set.set.separateRules) return;
    const std::vector<ElementId> parts = blockParts(design.network, set.set.members.front().element);
    std::size_t part = 0;
    int at = 0;
    for (std::size_t from = 0; from < set.text.size() && part < parts.size(); ++at) {
        const std::size_t end = set.text.find('\n', from);
        const std::string_view text = std::string_view(set.text).substr(from, end - from);
        if (text == "  ingress {" || text == "  egress {") set.blocks.push_back({at, at, parts[part]});
        if (text == "  }" && !set.blocks.empty() && set.blocks.back().part == parts[part]) {
            set.blocks.back().last = at;
            ++part;
        }
        from = end + 1;
    }
}

void Exporter::State::addSpans(FileId file, std::vector<Span>& spans) const {
    const std::string path(fileName(file));
    const std::string header = headerText(options.designName);
    int line = 1 + static_cast<int>(std::count(header.begin(), header.end(), '\n'));
    for (const Written* set : order) {
        if (set->set.file != file) continue;
        if (set->lines < 0) findBlocks(*set);
        const int first = ++line; // after a blank line
        for (const ResourceMember& member : set->set.members)
            spans.push_back({path, first, first + set->lines - 1, member.element});
        for (const Block& block : set->blocks)
            spans.push_back({path, first + block.first, first + block.last, block.part});
        line += set->lines;
    }
}

Exporter::Exporter(ExportOptions options) : m_state(std::make_unique<State>()) {
    m_state->options = std::move(options);
}
Exporter::~Exporter() = default;
Exporter::Exporter(Exporter&&) noexcept = default;
Exporter& Exporter::operator=(Exporter&&) noexcept = default;

const ExportResult& Exporter::update(const Design& design, const ChangeSet* change) {
    const bool textMayChange = !change || change->foreign || change->moved || change->settings ||
                               !change->nodes.empty() || !change->sets.empty();
    if (m_state->isCurrent && !textMayChange)
        m_state->changed.clear();
    else if (!m_state->isCurrent || !change || !m_state->rewriteTouched(*change, design))
        m_state->exportAll(design);
    m_state->isCurrent = true;
    return m_state->result;
}

const ExportResult& Exporter::result() const {
    return m_state->result;
}
const std::vector<std::string>& Exporter::changedFiles() const {
    return m_state->changed;
}
const ExportOptions& Exporter::options() const {
    return m_state->options;
}

void Exporter::setOptions(ExportOptions options) {
    if (options == m_state->options) return;
    m_state->options = std::move(options);
    m_state->isCurrent = false;
}

std::vector<Span> Exporter::spans() const {
    std::vector<Span> spans;
    if (m_state->result.files.empty()) return spans;
    auto files = resourceFiles;
    std::sort(files.begin(), files.end(), [](FileId a, FileId b) { return fileName(a) < fileName(b); });
    for (const FileId file : files)
        m_state->addSpans(file, spans);
    return spans;
}

ExportResult exportTerraform(const Design& design, const ExportOptions& options) {
    Exporter exporter(options);
    exporter.update(design);
    return std::move(exporter.m_state->result);
}

ExportResult exportChecked(const Design& design, const ExportOptions& options) {
    ExportResult result = exportTerraform(design, options);
    Diagnostics errors = check(design);
    std::erase_if(errors, [](const Diagnostic& finding) { return finding.severity != Severity::Error; });
    if (!errors.empty()) result.files.clear();
    result.diagnostics.insert(result.diagnostics.begin(), errors.begin(), errors.end());
    return result;
}

} // namespace sekisho::terraform
