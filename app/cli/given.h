// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"
#include "core/format/fields.h"
#include "core/format/spelling.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <set>

namespace sekisho::cli {

struct EditOp;

/// A value as it was given: text of the command line, which is JSON where it parses as such and JSON is
/// meant; or from a script, where a string is a string.
struct GivenValue {
    std::string text;
    bool literal = false; ///< never JSON
};

/// The arguments of an operation, and the design it works on. The getters do not fail: the first thing that
/// is wrong is kept as problem(), and what they then return is made up.
class Given {
public:
    Given(const Design& design, const EditOp& op) : m_design(design), m_op(op) {}

    /// Takes the words of a command line apart. Problems: op_argument_*.
    void readWords(const std::vector<std::string>& words);
    /// Takes an object of a script.
    void readObject(const nlohmann::json& object);
    /// What is required and missing.
    void checkRequired();

    const Design& design() const { return m_design; }
    const std::optional<Problem>& problem() const { return m_problem; }
    void fail(Problem problem);
    /// The elements that arguments named.
    const std::set<ElementId>& named() const { return m_named; }

    bool has(std::string_view name) const { return m_values.contains(name); }
    std::string text(std::string_view name, std::string_view otherwise = {}) const;
    std::vector<std::string> texts(std::string_view name);
    std::int32_t integer(std::string_view name, std::int32_t otherwise = 0);
    bool isOn(std::string_view name, bool otherwise = false);
    Cidr cidr(std::string_view name);
    std::optional<Cidr> cidrIfGiven(std::string_view name);
    std::vector<Cidr> cidrs(std::string_view name);
    Traffic traffic(std::string_view name);

    /// An enum by the words of the file.
    template<format::EnumSpelled E>
    E word(std::string_view name, E otherwise) {
        if (!has(name)) return otherwise;
        if (const auto value = format::Spelling<E>::read(text(name))) return *value;
        failWord(name, {format::enumWords<E>.begin(), format::enumWords<E>.end()});
        return otherwise;
    }

    ElementId element(std::string_view name, const std::vector<Kind>& kinds = {});
    std::vector<ElementId> elements(std::string_view name, const std::vector<Kind>& kinds = {});
    template<Kind K>
    Id<K> id(std::string_view name) {
        return Id<K>::from(element(name, {K})).value_or(Id<K>());
    }
    template<Kind K>
    std::vector<Id<K>> ids(std::string_view name) {
        std::vector<Id<K>> all;
        for (const ElementId each : elements(name, {K}))
            all.push_back(Id<K>::from(each).value_or(Id<K>()));
        return all;
    }
    /// The VPC of that argument, or the only one of the design.
    VpcId vpc(std::string_view name = "vpc");

    /// A peer, target or destination in its short form: a CIDR, a name, "self", or JSON.
    template<class V>
    V variant(std::string_view name);

    /// JSON of a node or part (of that kind) with the given fields put in.
    void putFields(nlohmann::json& object, Kind kind);
    /// The same for an object that is neither: settings, usage.
    void putFields(nlohmann::json& object, const std::vector<format::FieldInfo>& fields,
                   std::string_view what);

private:
    void set(const std::string& name, GivenValue value);
    void failWord(std::string_view name, const std::vector<std::string_view>& known);
    nlohmann::json fieldValue(const format::FieldInfo& field, const GivenValue& value);
    nlohmann::json variantValue(const std::vector<std::string_view>& words, const GivenValue& value,
                                std::string_view field);
    std::string resolved(const std::string& name, const std::vector<Kind>& kinds);
    /// A part that was given as an object: its fields take the same short forms.
    nlohmann::json partValue(std::string_view kindName, nlohmann::json part);
    void numberParts(nlohmann::json& value, const format::FieldInfo& field);

    const Design& m_design;
    const EditOp& m_op;
    std::map<std::string, GivenValue, std::less<>> m_values; ///< of parameters
    std::vector<std::pair<std::string, GivenValue>> m_fields;
    std::optional<Problem> m_problem;
    std::set<ElementId> m_named;
    std::map<Kind, std::uint32_t> m_newNumbers;
};

} // namespace sekisho::cli
