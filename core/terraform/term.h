// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/hcl/expr.h"
#include "core/net/cidr.h"

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

/// Values of arguments before it is known how they are written: what an argument means (this group's id, the
/// name of that zone), not yet by which address or index. The members of a resource set are compared in this
/// form.
namespace sekisho::terraform {

/// An attribute of another resource. `type` and `attribute` are texts that live for ever (literals).
struct ElementAttribute {
    ElementId element;
    std::string_view type;
    std::string_view attribute;

    friend bool operator==(const ElementAttribute&, const ElementAttribute&) = default;
};

/// "ap-northeast-1a".
struct ZoneName {
    AvailabilityZoneId zone;

    friend bool operator==(const ZoneName&, const ZoneName&) = default;
};

/// The last character of a zone's name.
struct ZoneLetter {
    AvailabilityZoneId zone;

    friend bool operator==(const ZoneLetter&, const ZoneLetter&) = default;
};

/// The IPv4 block of a subnet: a list variable where the subnets are counted.
struct SubnetCidr {
    Cidr cidr;

    friend bool operator==(const SubnetCidr&, const SubnetCidr&) = default;
};

struct Term;

struct Compound {
    enum class Kind : std::uint8_t {
        Template, ///< a text of several parts
        List,
        Object, ///< names: the keys
        Call,   ///< names: the function
    };
    Kind kind = Kind::List;
    std::vector<std::string> names;
    std::vector<Term> children;

    /// Alike but for the children.
    bool sameShape(const Compound& other) const;
    friend bool operator==(const Compound& a, const Compound& b);
};

struct Term {
    /// An expression of the first alternative refers to no element of the design.
    std::variant<hcl::Expr, ElementAttribute, ZoneName, ZoneLetter, SubnetCidr, Compound> value;

    Term() = default; ///< null
    template<class T>
    requires(!std::same_as<std::remove_cvref_t<T>, Term> && std::constructible_from<decltype(value), T>)
        Term(T&& v)
        : value(std::forward<T>(v)) {} // NOLINT(google-explicit-constructor)

    static Term list(std::vector<Term> elements) {
        return Compound{Compound::Kind::List, {}, std::move(elements)};
    }
    static Term object(std::vector<std::string> keys, std::vector<Term> values) {
        return Compound{Compound::Kind::Object, std::move(keys), std::move(values)};
    }
    static Term call(std::string function, std::vector<Term> arguments) {
        return Compound{Compound::Kind::Call, {std::move(function)}, std::move(arguments)};
    }

    friend bool operator==(const Term&, const Term&) = default;
};

inline bool Compound::sameShape(const Compound& other) const {
    return kind == other.kind && names == other.names && children.size() == other.children.size();
}

inline bool operator==(const Compound& a, const Compound& b) {
    return a.sameShape(b) && a.children == b.children;
}

/// A text literal.
inline Term text(std::string value) {
    return hcl::Expr(std::move(value));
}

} // namespace sekisho::terraform
