// SPDX-License-Identifier: Apache-2.0
#include "core/format/fields.h"

#include "core/format/shape.h"

#include <cassert>

namespace sekisho::format {

namespace {

template<class T>
struct IdKind;
template<Kind K>
struct IdKind<Id<K>> {
    static constexpr Kind kind = K;
};

template<class T>
std::string typeOf() {
    if constexpr (std::same_as<T, bool>)
        return "true | false";
    else if constexpr (std::integral<T>)
        return "integer";
    else if constexpr (std::same_as<T, std::string>)
        return "text";
    else if constexpr (std::same_as<T, TextMap>)
        return "map of text";
    else if constexpr (isOptional<T>)
        return typeOf<typename T::value_type>();
    else if constexpr (isList<T>)
        return "list of " + typeOf<typename T::value_type>();
    else if constexpr (requires { IdKind<T>::kind; })
        return std::string(kindWord(IdKind<T>::kind)) + " id";
    else if constexpr (Spelled<T>)
        return std::string(Spelling<T>::word);
    else if constexpr (requires { IdKind<decltype(T::id)>::kind; })
        return std::string(kindWord(kindOf<T>));
    else
        return "object";
}

template<class T>
std::vector<std::string_view> wordsOf() {
    std::vector<std::string_view> words;
    if constexpr (isOptional<T> || isList<T>) {
        words = wordsOf<typename T::value_type>();
    } else if constexpr (EnumSpelled<T>) {
        words.assign(enumWords<T>.begin(), enumWords<T>.end());
    } else if constexpr (isVariant<T>) {
        for (const std::string_view key : alternativeKeys<T>)
            if (!key.empty()) words.push_back(key);
    }
    return words;
}

struct FieldLister {
    std::vector<FieldInfo> fields;

    template<class C, class M>
    void id(std::string_view name, M C::*member) {
        required(name, member);
    }
    template<class C, class M>
    void required(std::string_view name, M C::*) {
        fields.push_back({name, typeOf<M>(), wordsOf<M>(), true});
    }
    template<class C, class M>
    void always(std::string_view name, M C::*member) {
        field(name, member);
    }
    template<class C, class M>
    void field(std::string_view name, M C::*) {
        fields.push_back({name, typeOf<M>(), wordsOf<M>(), false});
    }
};

/// Lists the fields if T is of the kind.
template<class T>
bool list(Kind kind, FieldLister& lister) {
    if (kindOf<T> != kind) return false;
    Fields<T>::visit(lister);
    return true;
}

template<class... T>
bool listNode(Kind kind, FieldLister& lister, const std::variant<T...>*) {
    return (list<T>(kind, lister) || ...);
}

template<class... T>
bool listPart(Kind kind, FieldLister& lister) {
    return (list<T>(kind, lister) || ...);
}

} // namespace

std::vector<FieldInfo> fieldsOf(Kind kind) {
    FieldLister lister;
    [[maybe_unused]] const bool known =
        listNode(kind, lister, static_cast<const Node*>(nullptr)) ||
        listPart<VpcCidr, Route, RouteTableAssociation, SecurityGroupRule, NetworkAclRule,
                 NetworkAclAssociation, Interface, Listener>(kind, lister);
    assert(known);
    return std::move(lister.fields);
}

} // namespace sekisho::format
