// SPDX-License-Identifier: Apache-2.0
#include "app/cli/edit_op.h"
#include "core/format/json_codec.h"
#include "core/model/acceptances.h"
#include "core/model/edits.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sekisho::cli {

namespace {

using format::FieldInfo;

/// An object that is no element: its fields are not among format::fieldsOf().
template<class T>
Result<T> withFields(Given& given, const T& present, std::string_view what,
                     const std::vector<FieldInfo>& fields) {
    nlohmann::json object = format::toJson(present);
    given.putFields(object, fields, what);
    if (given.problem()) return present;
    return format::fromJson<T>(object, what);
}

Result<Delta> settings(Given& given) {
    static const std::vector<FieldInfo> fields = {
        {"region", "text", {}},
        {"project_name", "text", {}},
        {"environment", "text", {}},
        {"nat_enabled", "true | false", {}},
        {"rule_style", "word", {format::enumWords<RuleStyle>.begin(), format::enumWords<RuleStyle>.end()}},
        {"default_tags", "map of text", {}},
    };
    auto changed = withFields(given, given.design().settings, "settings", fields);
    if (!changed) return fail(std::move(changed.error()));
    return edits::setSettings(given.design(), std::move(*changed));
}

Result<Delta> usage(Given& given) {
    static const std::vector<FieldInfo> fields = {
        {"nat_processed_gb", "decimal", {}},
        {"internet_out_gb", "decimal", {}},
        {"endpoint_gb", "decimal", {}},
    };
    Notes notes = given.design().notes;
    auto changed = withFields(given, notes.usage, "usage", fields);
    if (!changed) return fail(std::move(changed.error()));
    notes.usage = std::move(*changed);
    for (const auto& quantity :
         {notes.usage.natProcessedGb, notes.usage.internetOutGb, notes.usage.endpointGb})
        if (quantity && quantity->isNegative())
            return fail(Code::quantity_negative, {{"text", quantity->toString()}});
    return edits::setNotes(given.design(), std::move(notes));
}

bool isCode(std::string_view text) {
    for (std::uint16_t i = 0; i < codeCount; ++i)
        if (codeText(static_cast<Code>(i)) == text) return true;
    return false;
}

/// "2027-03-31".
bool isDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
    const int month = (text[5] - '0') * 10 + text[6] - '0', day = (text[8] - '0') * 10 + text[9] - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

Result<Delta> accept(Given& given) {
    const Acceptance acceptance{given.text("code"), given.elements("subjects"), given.text("reason"),
                                given.text("until")};
    if (!isCode(acceptance.code)) given.fail(Message{Text::code_unknown, {{"code", acceptance.code}}});
    if (!acceptance.until.empty() && !isDate(acceptance.until))
        given.fail(Message{Text::date_syntax, {{"text", acceptance.until}}});
    return edits::accept(given.design(), acceptance);
}

Result<Delta> unaccept(Given& given) {
    auto delta = edits::withdrawAcceptance(given.design(), given.text("code"), given.elements("subjects"));
    if (delta && delta->empty())
        given.fail(Message{Text::acceptance_unknown, {{"code", given.text("code")}}});
    return delta;
}

/// "aws_subnet.public", "data.aws_ami.linux".
ResourceKey keyFrom(const std::string& address) {
    const auto dot = address.rfind('.');
    if (dot == std::string::npos) return {address, {}};
    return {address.substr(0, dot), address.substr(dot + 1)};
}

} // namespace

std::vector<EditOp> designOps() {
    const Param address{"address", "ADDRESS", Text::param_address, true, true};
    const Param code{"code", "CODE", Text::param_code, true, true};
    const Param subjects{"subjects", "ELEMENT,ELEMENT", Text::param_subjects, false, false, true};
    return {
        {"nat",
         Text::op_nat,
         {{"state", "on|off", Text::param_nat_state, true, true}},
         "on",
         false,
         [](Given& given) { return edits::setNatEnabled(given.design(), given.isOn("state")); }},
        {"settings", Text::op_settings, {}, "project_name=shop default_tags.Owner=web", true, settings},
        {"usage", Text::op_usage, {}, "nat_processed_gb=100 internet_out_gb=20", true, usage},
        {"accept",
         Text::op_accept,
         {code, subjects, {"reason", "TEXT", Text::param_reason, true}, {"until", "DATE", Text::param_until}},
         "nat-quota subjects=vpc-1 reason=\"The quota is raised\" until=2030-03-31",
         false,
         accept},
        {"unaccept", Text::op_unaccept, {code, subjects}, "", false, unaccept},
        {"relabel",
         Text::op_relabel,
         {address, {"label", "LABEL", Text::param_label, true, true}},
         "aws_security_group.rds database",
         false,
         [](Given& given) {
             return edits::relabel(given.design(), keyFrom(given.text("address")), given.text("label"));
         }},
        {"use-for-each",
         Text::op_use_for_each,
         {address},
         "aws_subnet.public",
         false,
         [](Given& given) { return edits::useForEach(given.design(), keyFrom(given.text("address"))); }},
        {"set-address-form",
         Text::op_set_address_form,
         {address, {"form", "FORM", Text::param_form, true, true, false, format::enumWords<AddressForm>}},
         "aws_subnet.public for_each",
         false,
         [](Given& given) {
             return edits::setAddressForm(given.design(), keyFrom(given.text("address")),
                                          given.word("form", AddressForm::Single));
         }},
        {"add-moved",
         Text::op_add_moved,
         {{"from", "ADDRESS", Text::param_moved_from, true, true},
          {"to", "ADDRESS", Text::param_moved_to, true, true}},
         "aws_security_group.database aws_security_group.rds",
         false,
         [](Given& given) {
             return edits::addMoved(given.design(), {{given.text("from"), given.text("to")}});
         }},
    };
}

} // namespace sekisho::cli
