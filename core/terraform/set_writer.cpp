// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/set_writer.h"

#include "core/hcl/writer.h"
#include "core/terraform/unify.h"

#include <algorithm>

namespace sekisho::terraform {

namespace {

const Term nullTerm;

hcl::Expr natSwitch() {
    return hcl::ref("var.enable_nat_gateway");
}

class SetWriter {
public:
    SetWriter(Scope& scope, const PlannedSet& set) : m_scope(scope), m_set(set), m_unifier(scope, set) {}

    std::string write() {
        // Single resources are the many; sets of several are few, and their form depends on more than they
        // name.
        if (m_set.form != AddressForm::Single) m_scope.sawTheWhole();
        for (const ResourceMember& member : m_set.members) {
            m_bodies.emplace_back();
            m_set.type->make(m_scope, member.element, m_bodies.back());
            m_toggled.push_back(m_scope.toggled(member.element));
        }
        hcl::Body arguments = bodyOf();
        // The arguments come first: for_each must know what they ask of each.value.
        hcl::Block block = blockHead();
        addRepetition(block.body);
        if (!block.body.items.empty() && !arguments.items.empty()) block.body.blankLine();
        if (block.body.items.empty())
            block.body = std::move(arguments);
        else
            for (hcl::Item& item : arguments.items)
                block.body.items.push_back(std::move(item));
        hcl::Body whole;
        addComment(whole);
        whole.add(std::move(block));
        return hcl::write(whole);
    }

private:
    hcl::Block blockHead() const {
        constexpr std::string_view data = "data.";
        const std::string_view type = m_set.type->type;
        hcl::Block block;
        block.type = type.rfind(data, 0) == 0 ? "data" : "resource";
        block.labels = {std::string(block.type == "data" ? type.substr(data.size()) : type), m_set.label};
        return block;
    }

    void addComment(hcl::Body& body) const {
        const std::string& comment = m_bodies.front().comment;
        if (!comment.empty() && comment != m_set.label) body.comment(comment);
    }

    hcl::Body bodyOf() {
        hcl::Body body;
        if (m_bodies.size() == 1 && m_set.form == AddressForm::Single) {
            // The many, without the comparison of members.
            body.items.reserve(m_bodies.front().arguments.size() + 2 * m_bodies.front().blocks.size() + 4);
            addOwn(body, m_bodies.front().arguments);
            for (const NestedBlock& block : m_bodies.front().blocks) {
                separate(body);
                addOwn(body.block(std::string(block.type)), block.arguments);
            }
            addTagsAndOrder(body);
            return body;
        }
        addArguments(body, columnsOf([](const ResourceBody& b) -> const std::vector<Argument>& {
                         return b.arguments;
                     }));
        const ResourceBody& first = m_bodies.front();
        bool agree = std::all_of(m_bodies.begin(), m_bodies.end(), [&](const ResourceBody& b) {
            return b.blocks.size() == first.blocks.size();
        });
        for (std::size_t i = 0; i < first.blocks.size(); ++i) {
            agree = agree && blocksAgree(i);
            if (!agree) break;
            separate(body);
            addArguments(body.block(std::string(first.blocks[i].type)),
                         columnsOf([i](const ResourceBody& b) -> const std::vector<Argument>& {
                             return b.blocks[i].arguments;
                         }));
        }
        if (!agree) refuseMixture();
        addTagsAndOrder(body);
        return body;
    }

    void addTagsAndOrder(hcl::Body& body) {
        if (std::any_of(m_bodies.begin(), m_bodies.end(),
                        [](const ResourceBody& b) { return !b.tags.empty(); })) {
            std::vector<const Term*> values;
            for (const ResourceBody& b : m_bodies)
                values.push_back(b.tags.empty() ? &nullTerm : &b.tags.front());
            separate(body);
            body.attribute("tags", m_unifier.unify(values, "tags"));
        }
        std::vector<hcl::Expr> needed;
        for (const ResourceBody& b : m_bodies)
            for (const ElementAttribute& target : b.dependsOn) {
                const auto ref = m_scope.find(target.element, target.type);
                if (!ref || !isLegalLabel(ref->key->label)) continue; // said by the plan
                const hcl::Expr whole = hcl::ref(toString(*ref->key));
                if (std::find(needed.begin(), needed.end(), whole) == needed.end()) needed.push_back(whole);
            }
        if (needed.empty()) return;
        separate(body);
        body.attribute("depends_on", hcl::tuple(std::move(needed)));
    }

    static void separate(hcl::Body& body) {
        if (!body.items.empty()) body.blankLine();
    }

    bool blocksAgree(std::size_t i) {
        return std::all_of(m_bodies.begin(), m_bodies.end(), [&](const ResourceBody& b) {
            return i < b.blocks.size() && b.blocks[i].type == m_bodies.front().blocks[i].type;
        });
    }

    void refuseMixture() {
        std::vector<ElementId> members;
        for (const ResourceMember& member : m_set.members)
            members.push_back(member.element);
        m_scope.refuse(Code::export_set_mixed, std::move(members));
    }

    /// One argument with its value for each member; null where a member lacks it.
    struct Column {
        std::string_view name;
        std::vector<const Term*> values;
    };

    template<class Get>
    std::vector<Column> columnsOf(Get get) const {
        std::vector<Column> columns;
        for (std::size_t i = 0; i < m_bodies.size(); ++i) {
            std::size_t place = 0; // behind the argument before
            for (const Argument& argument : get(m_bodies[i])) {
                const auto same = [&](const Column& column) { return column.name == argument.name; };
                auto it = std::find_if(columns.begin(), columns.end(), same);
                if (it == columns.end())
                    it =
                        columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(place),
                                       {argument.name, std::vector<const Term*>(m_bodies.size(), &nullTerm)});
                it->values[i] = &argument.value;
                place = static_cast<std::size_t>(it - columns.begin()) + 1;
            }
        }
        return columns;
    }

    void addArguments(hcl::Body& body, const std::vector<Column>& columns) {
        for (const Column& column : columns)
            body.attribute(std::string(column.name), m_unifier.unify(column.values, column.name));
    }

    void addOwn(hcl::Body& body, const std::vector<Argument>& arguments) {
        body.items.reserve(body.items.size() + arguments.size());
        for (const Argument& argument : arguments)
            body.attribute(std::string(argument.name),
                           expressionOf(m_scope, m_set.members.front().element, argument.value));
    }

    void addRepetition(hcl::Body& body) {
        switch (m_set.form) {
        case AddressForm::Single:
            if (m_toggled.front()) body.attribute("count", hcl::conditional(natSwitch(), 1, 0));
            break;
        case AddressForm::Count: body.attribute("count", countExpression()); break;
        case AddressForm::ForEach: body.attribute("for_each", forEachExpression()); break;
        }
    }

    hcl::Expr countExpression() {
        // Only what stands at the end can come and go without moving the others.
        const auto firstToggled = std::find(m_toggled.begin(), m_toggled.end(), true);
        if (std::find(firstToggled, m_toggled.end(), false) != m_toggled.end()) {
            std::vector<ElementId> members;
            for (const ResourceMember& member : m_set.members)
                members.push_back(member.element);
            m_scope.refuse(Code::export_toggle_mixed, std::move(members));
        }
        const hcl::Expr full = fullCount();
        if (firstToggled == m_toggled.end()) return full;
        return hcl::conditional(natSwitch(), full,
                                static_cast<std::int64_t>(firstToggled - m_toggled.begin()));
    }

    hcl::Expr fullCount() {
        const Survey& survey = m_scope.survey();
        if (m_set.type->type == "aws_network_acl_association")
            if (const auto subnets = wholeSubnetSet())
                return hcl::call("length", {hcl::ref(toString(*subnets->key))});
        bool perZone = !survey.zones().empty() && survey.zones().size() == m_set.members.size();
        for (std::size_t i = 0; perZone && i < m_set.members.size(); ++i) {
            const auto zone = survey.zoneOf(m_set.members[i].element);
            perZone = zone && survey.zoneIndex(*zone) == i;
        }
        if (perZone) return hcl::call("length", {hcl::ref("var.availability_zones")});
        return static_cast<std::int64_t>(m_set.members.size());
    }

    /// The counted set of subnets that the members are associated with, one by one and all of them.
    std::optional<AddressRef> wholeSubnetSet() {
        std::optional<AddressRef> found;
        for (std::size_t i = 0; i < m_bodies.size(); ++i) {
            const auto& arguments = m_bodies[i].arguments;
            const auto it = std::find_if(arguments.begin(), arguments.end(),
                                         [](const Argument& a) { return a.name == "subnet_id"; });
            const auto* subnet =
                it != arguments.end() ? std::get_if<ElementAttribute>(&it->value.value) : nullptr;
            const auto ref = subnet ? m_scope.find(subnet->element, subnet->type) : std::nullopt;
            if (!ref || ref->index != i || ref->set->form != AddressForm::Count ||
                (found && found->set != ref->set) || ref->set->members.size() != m_bodies.size())
                return std::nullopt;
            found = ref;
        }
        return found;
    }

    hcl::Expr forEachExpression() {
        const bool someToggled = std::find(m_toggled.begin(), m_toggled.end(), true) != m_toggled.end();
        const bool allToggled = std::find(m_toggled.begin(), m_toggled.end(), false) == m_toggled.end();
        if (m_unifier.eachValues().empty()) {
            const hcl::Expr fixed = hcl::tuple(keysOf(false));
            const hcl::Expr movable = hcl::conditional(natSwitch(), hcl::tuple(keysOf(true)), hcl::tuple({}));
            if (!someToggled) return hcl::call("toset", {fixed});
            return hcl::call("toset", {allToggled ? movable : hcl::call("concat", {fixed, movable})});
        }
        if (!someToggled) return valuesOf(false);
        hcl::For loop;
        loop.keyName = "key";
        loop.valueName = "value";
        loop.in = valuesOf(true);
        loop.resultKey = hcl::ref("key");
        loop.result = hcl::ref("value");
        loop.condition = natSwitch();
        const hcl::Expr movable = hcl::forExpr(std::move(loop));
        return allToggled ? movable : hcl::call("merge", {valuesOf(false), movable});
    }

    std::vector<hcl::Expr> keysOf(bool toggled) const {
        std::vector<hcl::Expr> keys;
        for (std::size_t i = 0; i < m_set.members.size(); ++i)
            if (m_toggled[i] == toggled) keys.emplace_back(m_set.members[i].key);
        return keys;
    }

    hcl::Expr valuesOf(bool toggled) const {
        std::vector<hcl::ObjectItem> items;
        for (std::size_t i = 0; i < m_set.members.size(); ++i) {
            if (m_toggled[i] != toggled) continue;
            std::vector<hcl::ObjectItem> values;
            for (const Unifier::EachValue& value : m_unifier.eachValues())
                values.push_back({value.name, value.byMember[i]});
            items.push_back({m_set.members[i].key, hcl::object(std::move(values))});
        }
        return hcl::object(std::move(items));
    }

    Scope& m_scope;
    const PlannedSet& m_set;
    Unifier m_unifier;
    std::vector<ResourceBody> m_bodies;
    std::vector<bool> m_toggled;
};

} // namespace

std::string writeSet(Scope& scope, const PlannedSet& set) {
    return SetWriter(scope, set).write();
}

} // namespace sekisho::terraform
