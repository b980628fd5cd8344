// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/unify.h"

#include "core/hcl/text.h"

#include <algorithm>

namespace sekisho::terraform {

namespace {

/// The value as T, if every member's is one.
template<class T>
std::optional<std::vector<const T*>> allOf(const std::vector<const Term*>& values) {
    std::vector<const T*> typed;
    for (const Term* value : values) {
        const T* one = std::get_if<T>(&value->value);
        if (!one) return std::nullopt;
        typed.push_back(one);
    }
    return typed;
}

hcl::Expr lastLetter(hcl::Expr zone) {
    return hcl::call("substr", {std::move(zone), -1, 1});
}

hcl::Expr countIndex() {
    return hcl::ref("count.index");
}

/// Joins the parts of a compound that are expressions by now.
hcl::Expr assemble(const Compound& shape, std::vector<hcl::Expr> parts) {
    switch (shape.kind) {
    case Compound::Kind::Template: return hcl::interpolate(std::move(parts));
    case Compound::Kind::List: return hcl::tuple(std::move(parts));
    case Compound::Kind::Call: return hcl::call(shape.names.front(), std::move(parts));
    case Compound::Kind::Object: {
        std::vector<hcl::ObjectItem> items;
        items.reserve(parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i)
            items.push_back({shape.names[i], std::move(parts[i])});
        return hcl::object(std::move(items));
    }
    }
    return {};
}

/// `aws_x.label`, with its index where the set has one, and a toggled single's [0].
hcl::Expr addressExpression(const AddressRef& ref, bool toggled) {
    const hcl::Expr whole = hcl::ref(toString(*ref.key));
    switch (ref.set->form) {
    case AddressForm::Single: return toggled ? hcl::index(whole, 0) : whole;
    case AddressForm::Count: return hcl::index(whole, static_cast<std::int64_t>(ref.index));
    case AddressForm::ForEach: return hcl::index(whole, ref.set->members[ref.index].key);
    }
    return whole;
}

std::optional<AddressRef> addressOf(Scope& scope, ElementId from, const ElementAttribute& target) {
    const auto ref = scope.find(target.element, target.type);
    // An element without an address is an error of the plan; here it is about elements that do not exist.
    if (!ref) {
        scope.sawTheWhole();
        if (!scope.survey().ownerOf(target.element))
            scope.refuse(Code::export_dangling, {from}, {{"missing", toString(target.element)}});
        return std::nullopt;
    }
    if (!isLegalLabel(ref->key->label)) return std::nullopt; // said by the plan
    return ref;
}

hcl::Expr reference(Scope& scope, ElementId from, const ElementAttribute& target, bool lazily) {
    const auto ref = addressOf(scope, from, target);
    if (!ref) return {};
    checkToggle(scope, from, target.element, target.type);
    const bool toggled = scope.toggled(target.element);
    const hcl::Expr value = hcl::attr(addressExpression(*ref, toggled), target.attribute);
    // Switched off, there is no such instance, and an index that is not there is an error wherever it is
    // evaluated.
    return toggled && lazily ? hcl::call("try", {value, hcl::Expr()}) : value;
}

hcl::Expr zoneExpression(Scope& scope, ElementId from, AvailabilityZoneId zone) {
    if (const auto index = scope.survey().zoneIndex(zone))
        return hcl::index(hcl::ref("var.availability_zones"), static_cast<std::int64_t>(*index));
    const AvailabilityZone* az = scope.get(zone);
    if (!az) scope.refuse(Code::export_dangling, {from}, {{"missing", toString(ElementId(zone))}});
    return az ? hcl::Expr(az->zone) : hcl::Expr();
}

hcl::Expr letterExpression(Scope& scope, ElementId from, AvailabilityZoneId zone) {
    if (scope.survey().zoneIndex(zone)) return lastLetter(zoneExpression(scope, from, zone));
    const AvailabilityZone* az = scope.get(zone);
    return az ? hcl::Expr(zoneLetter(*az)) : zoneExpression(scope, from, zone);
}

std::optional<std::vector<ElementAttribute>> asReferences(const Compound& compound) {
    if (compound.kind != Compound::Kind::List || compound.children.empty()) return std::nullopt;
    std::vector<ElementAttribute> elements;
    for (const Term& child : compound.children) {
        const auto* element = std::get_if<ElementAttribute>(&child.value);
        if (!element) return std::nullopt;
        elements.push_back(*element);
    }
    return elements;
}

} // namespace

std::string subnetCidrVariable(std::string_view label) {
    return std::string(label) + "_subnet_cidrs";
}

bool hasSubnetCidrVariable(const Network& network, const PlannedSet& set) {
    return set.type->type == "aws_subnet" && set.form == AddressForm::Count &&
           std::all_of(set.members.begin(), set.members.end(), [&](const ResourceMember& member) {
               const auto id = SubnetId::from(member.element);
               const Subnet* subnet = id ? network.get(*id) : nullptr;
               return subnet && subnet->cidr;
           });
}

void checkToggle(Scope& scope, ElementId from, ElementId of, std::string_view type) {
    if (!scope.toggled(of) || scope.toggled(from)) return;
    const auto ref = scope.find(of, type);
    scope.refuse(Code::toggle_mismatch, {from, of}, {{"target", ref ? toString(*ref) : toString(of)}});
}

hcl::Expr expressionOf(Scope& scope, ElementId from, const Term& term, bool lazily) {
    return std::visit(
        Overloaded{
            [](const hcl::Expr& expr) { return expr; },
            [&](const ElementAttribute& target) { return reference(scope, from, target, lazily); },
            [&](const ZoneName& name) { return zoneExpression(scope, from, name.zone); },
            [&](const ZoneLetter& letter) { return letterExpression(scope, from, letter.zone); },
            [](const SubnetCidr& subnet) { return hcl::Expr(subnet.cidr.toString()); },
            [&](const Compound& compound) {
                if (const auto elements = asReferences(compound)) {
                    for (const ElementAttribute& element : *elements)
                        checkToggle(scope, from, element.element, element.type);
                    // One reference is written as in the article, [aws_security_group.alb.id].
                    if (elements->size() > 1) return listOf(scope, from, *elements);
                }
                std::vector<hcl::Expr> parts;
                parts.reserve(compound.children.size());
                for (const Term& child : compound.children)
                    parts.push_back(expressionOf(scope, from, child, lazily));
                return assemble(compound, std::move(parts));
            },
        },
        term.value);
}

hcl::Expr listOf(Scope& scope, ElementId from, const std::vector<ElementAttribute>& elements) {
    std::vector<hcl::Expr> pieces; // lists
    std::vector<hcl::Expr> loose;  // elements to be a list
    const auto flush = [&] {
        if (!loose.empty()) pieces.push_back(hcl::tuple(std::move(loose)));
        loose.clear();
    };
    for (std::size_t i = 0; i < elements.size();) {
        const ElementAttribute& first = elements[i];
        const auto ref = addressOf(scope, from, first);
        if (!ref) {
            ++i;
            continue;
        }
        const auto& members = ref->set->members;
        bool whole = ref->index == 0 && i + members.size() <= elements.size();
        bool toggled = false;
        for (std::size_t k = 0; whole && k < members.size(); ++k) {
            const ElementAttribute& element = elements[i + k];
            whole = element.element == members[k].element && element.type == first.type;
        }
        for (std::size_t k = 0; k < (whole ? members.size() : 1); ++k)
            toggled = scope.toggled(elements[i + k].element) || toggled;
        const bool single = ref->set->form == AddressForm::Single;
        const hcl::Expr all = hcl::ref(toString(*ref->key));
        if (whole && (single ? toggled : ref->set->form == AddressForm::Count)) {
            flush();
            pieces.push_back(hcl::attr(hcl::splat(all), first.attribute));
            i += members.size();
        } else if (whole && ref->set->form == AddressForm::ForEach) {
            flush();
            hcl::For loop;
            loop.valueName = "member";
            loop.in = all;
            loop.result = hcl::attr(hcl::ref("member"), first.attribute);
            pieces.push_back(hcl::forExpr(std::move(loop)));
            i += members.size();
        } else {
            const hcl::Expr value = hcl::attr(addressExpression(*ref, toggled), first.attribute);
            if (toggled) {
                flush();
                pieces.push_back(hcl::call("try", {hcl::tuple({value}), hcl::tuple({})}));
            } else {
                loose.push_back(value);
            }
            ++i;
        }
    }
    flush();
    if (pieces.empty()) return hcl::tuple({});
    return pieces.size() == 1 ? pieces.front() : hcl::call("concat", std::move(pieces));
}

Unifier::Unifier(Scope& scope, const PlannedSet& set) : m_scope(scope), m_set(set) {}

hcl::Expr Unifier::unify(const std::vector<const Term*>& values, std::string_view hint) {
    if (m_set.form == AddressForm::Single)
        return expressionOf(m_scope, m_set.members.front().element, *values.front());
    // What follows the position or the key is said so even where one member has nothing to differ from.
    if (auto found = m_set.form == AddressForm::Count ? byIndex(values) : byKey(values)) return *found;
    const bool equal = std::all_of(values.begin(), values.end(),
                                   [&](const Term* value) { return *value == *values.front(); });
    if (auto found = within(values, hint)) return *found;
    if (!equal) return memberwise(values, hint);
    checkToggles(values);
    return expressionOf(m_scope, m_set.members.front().element, *values.front());
}

void Unifier::checkToggles(const std::vector<const Term*>& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
        if (const auto* target = std::get_if<ElementAttribute>(&values[i]->value))
            checkToggle(m_scope, m_set.members[i].element, target->element, target->type);
}

/// What the i-th member has is the i-th of something: another counted set, the zones, the subnets' CIDRs.
std::optional<hcl::Expr> Unifier::byIndex(const std::vector<const Term*>& values) {
    const auto zonesInOrder = [&](const auto& named) {
        for (std::size_t i = 0; i < named.size(); ++i)
            if (m_scope.survey().zoneIndex(named[i]->zone) != i) return false;
        return true;
    };
    const auto zone = [] { return hcl::index(hcl::ref("var.availability_zones"), countIndex()); };
    if (const auto names = allOf<ZoneName>(values); names && zonesInOrder(*names)) return zone();
    if (const auto letters = allOf<ZoneLetter>(values); letters && zonesInOrder(*letters))
        return lastLetter(zone());
    if (allOf<SubnetCidr>(values))
        return hcl::index(hcl::ref("var." + subnetCidrVariable(m_set.label)), countIndex());
    if (const auto targets = allOf<ElementAttribute>(values)) {
        const auto first = m_scope.find(targets->front()->element, targets->front()->type);
        if (!first || first->set->form != AddressForm::Count || !isLegalLabel(first->key->label))
            return std::nullopt;
        for (std::size_t i = 0; i < targets->size(); ++i) {
            const ElementAttribute& target = *(*targets)[i];
            const auto ref = m_scope.find(target.element, target.type);
            if (!ref || ref->set != first->set || ref->index != i ||
                target.attribute != targets->front()->attribute)
                return std::nullopt;
        }
        checkToggles(values);
        return hcl::attr(hcl::index(hcl::ref(toString(*first->key)), countIndex()),
                         targets->front()->attribute);
    }
    return std::nullopt;
}

/// What a member has is its key, or stands under the same key in another set.
std::optional<hcl::Expr> Unifier::byKey(const std::vector<const Term*>& values) {
    const auto keyOf = [&](std::size_t i) -> const std::string& { return m_set.members[i].key; };
    const auto zoneNamesAreKeys = [&](const auto& named) {
        for (std::size_t i = 0; i < named.size(); ++i) {
            const AvailabilityZone* az = m_scope.get(named[i]->zone);
            if (!az || az->zone != keyOf(i)) return false;
        }
        return true;
    };
    if (const auto names = allOf<ZoneName>(values); names && zoneNamesAreKeys(*names))
        return hcl::ref("each.key");
    if (const auto letters = allOf<ZoneLetter>(values); letters && zoneNamesAreKeys(*letters))
        return lastLetter(hcl::ref("each.key"));
    if (const auto targets = allOf<ElementAttribute>(values)) {
        const auto first = m_scope.find(targets->front()->element, targets->front()->type);
        if (!first || first->set->form != AddressForm::ForEach || !isLegalLabel(first->key->label))
            return std::nullopt;
        for (std::size_t i = 0; i < targets->size(); ++i) {
            const ElementAttribute& target = *(*targets)[i];
            const auto ref = m_scope.find(target.element, target.type);
            if (!ref || ref->set != first->set || ref->set->members[ref->index].key != keyOf(i) ||
                target.attribute != targets->front()->attribute)
                return std::nullopt;
        }
        checkToggles(values);
        return hcl::attr(hcl::index(hcl::ref(toString(*first->key)), hcl::ref("each.key")),
                         targets->front()->attribute);
    }
    return std::nullopt;
}

/// Values of one shape differ in some of their parts only.
std::optional<hcl::Expr> Unifier::within(const std::vector<const Term*>& values, std::string_view hint) {
    const auto compounds = allOf<Compound>(values);
    if (!compounds || !std::all_of(compounds->begin(), compounds->end(),
                                   [&](const Compound* c) { return c->sameShape(*compounds->front()); }))
        return std::nullopt;
    const Compound& shape = *compounds->front();
    const bool equal =
        std::all_of(compounds->begin(), compounds->end(), [&](const Compound* c) { return *c == shape; });
    // A list of references common to all is best written as a whole.
    if (equal && shape.kind == Compound::Kind::List) return std::nullopt;
    std::vector<hcl::Expr> parts;
    for (std::size_t part = 0; part < shape.children.size(); ++part) {
        std::vector<const Term*> column;
        for (const Compound* compound : *compounds)
            column.push_back(&compound->children[part]);
        parts.push_back(
            unify(column, shape.kind == Compound::Kind::Object ? std::string_view(shape.names[part]) : hint));
    }
    return assemble(shape, std::move(parts));
}

hcl::Expr Unifier::memberwise(const std::vector<const Term*>& values, std::string_view hint) {
    std::vector<hcl::Expr> byMember;
    for (std::size_t i = 0; i < values.size(); ++i)
        byMember.push_back(expressionOf(m_scope, m_set.members[i].element, *values[i], true));
    if (m_set.form == AddressForm::Count) return hcl::index(hcl::tuple(std::move(byMember)), countIndex());
    return eachValue(std::move(byMember),
                     std::holds_alternative<ZoneLetter>(values.front()->value) ? "az_letter" : hint);
}

hcl::Expr Unifier::eachValue(std::vector<hcl::Expr> byMember, std::string_view hint) {
    const bool isKey =
        std::all_of(byMember.begin(), byMember.end(), [&, i = std::size_t(0)](const hcl::Expr& e) mutable {
            const auto* literal = e.as<hcl::String>();
            return literal && literal->text == m_set.members[i++].key;
        });
    if (isKey) return hcl::ref("each.key");
    for (const EachValue& known : m_eachValues)
        if (known.byMember == byMember) return hcl::ref("each.value." + known.name);
    const std::string base = hcl::identifierFrom(hint, "value");
    std::string name = base;
    const auto taken = [&] {
        return std::any_of(m_eachValues.begin(), m_eachValues.end(),
                           [&](const EachValue& e) { return e.name == name; });
    };
    for (int attempt = 2; taken(); ++attempt)
        name = base + "_" + std::to_string(attempt);
    m_eachValues.push_back({name, std::move(byMember)});
    return hcl::ref("each.value." + name);
}

} // namespace sekisho::terraform
