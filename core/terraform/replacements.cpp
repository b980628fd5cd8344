// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/replacements.h"

#include "core/hcl/writer.h"
#include "core/model/address_book.h"
#include "core/terraform/moves.h"
#include "core/terraform/resources.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace sekisho::terraform {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

struct Instance {
    ElementId element;
    const TypeInfo* type = nullptr;
    std::string address;
    bool exists = true; ///< not: switched off with NAT
};

bool isRule(const TypeInfo& type) {
    return type.type == ingressRuleType || type.type == egressRuleType;
}

/// The value of an argument, for comparing and for people.
struct Value {
    std::string identity;
    std::string shown;
};

/// One design as terraform would have it in its state.
class Side {
public:
    Side(const Design& design, const ExportOptions& options)
        : m_design(design), m_survey(m_design, options), m_plan(planned(m_survey)) {
        const bool nat = options.nat.value_or(design.settings.natEnabled);
        for (const PlannedSet& set : m_plan) {
            if (m_survey.isAddOn() && isOfBase(set)) continue;
            if (set.type->type.rfind("data.", 0) == 0 || !isLegalLabel(set.label)) continue;
            Scope scope(m_survey, set.address());
            const ResourceKey key{std::string(set.type->type), set.label};
            const ResourceSet members{set.form, set.members};
            for (std::size_t i = 0; i < set.members.size(); ++i) {
                const ElementId element = set.members[i].element;
                const bool toggled = scope.toggled(element);
                std::string address = toString(AddressRef{&key, &members, i});
                if (toggled && set.form == AddressForm::Single) address += "[0]";
                m_byAddress.emplace(address, m_instances.size());
                m_byElement.emplace(std::pair(element, set.type), m_instances.size());
                m_instances.push_back({element, set.type, std::move(address), nat || !toggled});
            }
        }
    }
    Side(const Side&) = delete;
    Side& operator=(const Side&) = delete;

    const Design& design() const { return m_design; }
    const Survey& survey() const { return m_survey; }
    const std::vector<PlannedSet>& plan() const { return m_plan; }
    const std::vector<Instance>& instances() const { return m_instances; }
    std::size_t at(const std::string& address) const {
        const auto it = m_byAddress.find(address);
        return it != m_byAddress.end() ? it->second : none;
    }
    std::size_t of(ElementId element, std::string_view type) const {
        const auto it = m_byElement.find({element, typeInfo(type)});
        return it != m_byElement.end() ? it->second : none;
    }

    /// What the instance says; made when asked.
    const ResourceBody& body(std::size_t instance) const {
        const auto [it, isNew] = m_bodies.try_emplace(instance);
        if (isNew) {
            const Instance& one = m_instances[instance];
            Scope scope(m_survey, one.address);
            one.type->make(scope, one.element, it->second);
        }
        return it->second;
    }
    const Term* argument(std::size_t instance, std::string_view name) const {
        for (const Argument& one : body(instance).arguments)
            if (one.name == name) return &one.value;
        return nullptr;
    }

    /// `identify(index)`: what tells one resource from another, for the instances of this side.
    template<class F>
    Value value(const Term& term, const F& identify) const {
        return std::visit(Overloaded{
                              [&](const hcl::Expr& expr) { return plain(expr); },
                              [&](const ElementAttribute& target) { return reference(target, identify); },
                              [&](const ZoneName& name) { return same(zone(name.zone)); },
                              [&](const ZoneLetter& letter) {
                                  const AvailabilityZone* az = m_design.network.get(letter.zone);
                                  return same(az ? std::string(zoneLetter(*az)) : std::string());
                              },
                              [&](const SubnetCidr& cidr) { return same(cidr.cidr.toString()); },
                              [&](const Compound& compound) {
                                  Value whole;
                                  const bool isText = compound.kind == Compound::Kind::Template;
                                  for (std::size_t i = 0; i < compound.children.size(); ++i) {
                                      const Value part = value(compound.children[i], identify);
                                      const std::string name =
                                          i < compound.names.size() ? compound.names[i] + "=" : "";
                                      const std::string glue = i > 0 && !isText ? ", " : "";
                                      whole.identity += glue + (isText ? "" : name) + part.identity;
                                      whole.shown += glue + part.shown;
                                  }
                                  return whole;
                              },
                          },
                          term.value);
    }

private:
    static std::vector<PlannedSet> planned(const Survey& survey) {
        Diagnostics unused; // whoever exports is told
        return planSets(survey, unused);
    }
    static Value same(std::string text) { return {text, text}; }

    Value plain(const hcl::Expr& expr) const {
        if (expr.as<hcl::Null>()) return {};
        if (const auto* text = expr.as<hcl::String>()) return same(text->text);
        if (const auto* reference = expr.as<hcl::Reference>()) {
            const Settings& settings = m_design.settings;
            const Vpc* main = m_survey.mainVpc();
            if (reference->path == "var.project_name") return same(settings.projectName);
            if (reference->path == "var.environment") return same(settings.environment);
            if (reference->path == "var.aws_region") return same(settings.region);
            if (reference->path == "var.vpc_cidr" && main && !main->cidrs.empty())
                return same(main->cidrs.front().cidr.toString());
        }
        return same(hcl::write(expr));
    }

    std::string zone(AvailabilityZoneId id) const {
        const AvailabilityZone* az = m_design.network.get(id);
        return az ? az->zone : std::string();
    }

    template<class F>
    Value reference(const ElementAttribute& target, const F& identify) const {
        const std::string attribute = "." + std::string(target.attribute);
        const auto ref = m_survey.addresses().find(target.element, target.type);
        const std::string address = ref ? toString(*ref) : std::string();
        if (target.type == "data.aws_ec2_managed_prefix_list") {
            const auto id = PrefixListId::from(target.element);
            const PrefixList* list = id ? m_design.network.get(*id) : nullptr;
            return {"data " + (list ? list->managed : std::string()) + attribute, address};
        }
        const std::size_t index = of(target.element, target.type);
        if (index == none) return {address + attribute, address}; // of an add-on's base, or of nothing
        return {identify(index) + attribute, m_instances[index].address};
    }

    Design m_design;
    Survey m_survey;
    std::vector<PlannedSet> m_plan;
    std::vector<Instance> m_instances;
    std::unordered_map<std::string, std::size_t> m_byAddress;
    std::map<std::pair<ElementId, const TypeInfo*>, std::size_t> m_byElement;
    mutable std::unordered_map<std::size_t, ResourceBody> m_bodies;
};

/// Whether a node differs in what can force a replacement; never in what people read, in tags or in rules.
bool differsInDepth(const Node& before, const Node& now) {
    Node a = before, b = now;
    for (Node* node : {&a, &b}) {
        baseOf(*node) = {};
        if (auto* group = std::get_if<SecurityGroup>(node)) group->rules.clear();
        if (auto* acl = std::get_if<NetworkAcl>(node)) acl->rules.clear();
    }
    return !(a == b);
}

class Comparison {
public:
    Comparison(const Side& before, const Side& now) : m_before(before), m_now(now) {
        m_prior.assign(m_now.instances().size(), none);
        followMoves();
        m_regionChanged = m_before.design().settings.region != m_now.design().settings.region;
        m_settingsChanged = !(m_before.design().settings == m_now.design().settings);
    }

    std::vector<Replacement> run() {
        std::vector<Replacement> list;
        for (std::size_t i = 0; i < m_prior.size(); ++i)
            if (m_now.instances()[i].exists && isReplaced(i))
                list.push_back(
                    {m_now.instances()[i].element, m_now.instances()[i].address, m_status[i].forced, {}});
        offerMoves(list);
        std::stable_sort(list.begin(), list.end(), [&](const Replacement& a, const Replacement& b) {
            return m_now.at(a.address) < m_now.at(b.address);
        });
        return list;
    }

private:
    struct Status {
        enum { Unknown, Asked, Known } state = Unknown;
        bool replaced = false;
        std::vector<ForcedArgument> forced;
    };

    /// Where terraform finds what it has, after all moves: m_prior and m_gone.
    void followMoves() {
        std::map<std::string, std::size_t> state; // by address
        for (std::size_t i = 0; i < m_before.instances().size(); ++i)
            if (m_before.instances()[i].exists) state.emplace(m_before.instances()[i].address, i);
        const auto move = [&](const std::string& from, const std::string& to) {
            const auto it = state.find(from);
            // Terraform leaves in its place what would move to where something is.
            if (it == state.end() || state.contains(to)) return;
            const std::size_t instance = it->second;
            state.erase(it);
            state.emplace(to, instance);
        };
        const std::vector<MovedAddress> moves = movesOf(m_now.survey(), m_now.plan());
        impliedMoves(state, moves, move);
        for (const MovedAddress& one : moves) {
            const SplitAddress from = splitAddress(one.from), to = splitAddress(one.to);
            if (!from.key.empty() || !to.key.empty()) {
                move(one.from, one.to);
                continue;
            }
            std::vector<std::string> keyed; // a move of a whole resource takes all its instances
            for (auto it = state.lower_bound(one.from); it != state.end(); ++it) {
                if (it->first.compare(0, one.from.size(), one.from) != 0) break;
                if (splitAddress(it->first).resource == from.resource) keyed.push_back(it->first);
            }
            for (const std::string& address : keyed)
                move(address, one.to + std::string(splitAddress(address).key));
        }
        for (const auto& [address, instance] : state) {
            const std::size_t now = m_now.at(address);
            if (now == none)
                m_gone.push_back({instance, address});
            else
                m_prior[now] = instance;
        }
        // In the order of the export, that the same is offered for the same.
        std::sort(m_gone.begin(), m_gone.end(),
                  [](const Gone& a, const Gone& b) { return a.instance < b.instance; });
    }

    /// Terraform takes x for x[0], and the other way round, where `count` came or went and no `moved` block
    /// speaks of x: somebody may want to keep another than the first. (terraform,
    /// refactoring.ImpliedMoveStatements)
    template<class Move>
    void impliedMoves(const std::map<std::string, std::size_t>& state,
                      const std::vector<MovedAddress>& written, const Move& move) const {
        std::set<std::string, std::less<>> spokenOf;
        for (const MovedAddress& one : written)
            for (const std::string* end : {&one.from, &one.to})
                spokenOf.emplace(splitAddress(*end).resource);
        std::vector<std::pair<std::string, std::string>> moves;
        for (const auto& [address, instance] : state) {
            if (m_now.at(address) != none) continue;
            const SplitAddress split = splitAddress(address);
            if (spokenOf.contains(split.resource)) continue;
            const std::string other = std::string(split.resource) + (split.key.empty() ? "[0]" : "");
            if ((split.key.empty() || split.key == "[0]") && m_now.at(other) != none)
                moves.emplace_back(address, other);
        }
        for (const auto& [from, to] : moves)
            move(from, to);
    }

    bool isReplaced(std::size_t i) {
        if (m_prior[i] == none) return false;
        Status& status = m_status[i];
        if (status.state == Status::Unknown) {
            status.state = Status::Asked; // designs may refer in circles; terraform would refuse them
            std::vector<ForcedArgument> forced =
                mayDiffer(i) ? forcedBetween(m_prior[i], i) : std::vector<ForcedArgument>();
            Status& result = m_status[i]; // asking about others may have moved it
            result.replaced = !forced.empty();
            result.forced = std::move(forced);
            result.state = Status::Known;
        }
        return m_status[i].replaced;
    }

    /// The many are groups and rules: where neither they nor what they stand in changed, there is nothing to
    /// compare.
    bool mayDiffer(std::size_t i) {
        const Instance& now = m_now.instances()[i];
        const Instance& before = m_before.instances()[m_prior[i]];
        const bool group = now.type->type == "aws_security_group";
        if ((!group && !isRule(*now.type)) || now.element != before.element || m_settingsChanged) return true;
        const auto owner = m_now.survey().ownerOf(now.element);
        const auto id = owner ? SecurityGroupId::from(*owner) : std::nullopt;
        const Node* oldNode = id ? m_before.design().network.find(*id) : nullptr;
        const Node* newNode = id ? m_now.design().network.find(*id) : nullptr;
        if (!oldNode || !newNode || (oldNode != newNode && differsInDepth(*oldNode, *newNode))) return true;
        const auto& node = std::get<SecurityGroup>(*newNode);
        const std::size_t in = group ? m_now.of(node.vpc, "aws_vpc") : m_now.of(*id, groupType(node));
        return in == none || m_prior[in] == none || isReplaced(in);
    }

    std::vector<ForcedArgument> forcedBetween(std::size_t before, std::size_t now) {
        std::vector<ForcedArgument> forced;
        if (m_regionChanged && m_now.instances()[now].type->type.rfind("aws_iam_", 0) != 0)
            forced.push_back({"region", m_before.design().settings.region, m_now.design().settings.region});
        for (const ForcesReplacement& row : argumentsThatForceReplacement()) {
            if (row.type != m_now.instances()[now].type->type) continue;
            const Term* oldTerm = m_before.argument(before, row.argument);
            const Term* newTerm = m_now.argument(now, row.argument);
            if (!newTerm && (row.computed || !oldTerm)) continue;
            const Value fallback{std::string(row.whenAbsent), std::string(row.whenAbsent)};
            // What AWS chose is not known here; it is hardly what somebody writes.
            const Value chosen{"chosen by AWS", {}};
            const Value a = oldTerm ? oldValue(*oldTerm) : row.computed ? chosen : fallback;
            const Value b = newTerm ? newValue(*newTerm) : fallback;
            if (a.identity != b.identity) forced.push_back({std::string(row.argument), a.shown, b.shown});
        }
        return forced;
    }

    Value oldValue(const Term& term) const {
        return m_before.value(term, [](std::size_t index) { return "#" + std::to_string(index); });
    }
    Value newValue(const Term& term) {
        return m_now.value(term, [this](std::size_t index) {
            // The id of what is yet to be made is no id that there was.
            if (m_prior[index] == none || isReplaced(index)) return "new " + std::to_string(index);
            return "#" + std::to_string(m_prior[index]);
        });
    }

    /// Finds for each resource that would be made anew one that would be destroyed and says the same.
    void offerMoves(std::vector<Replacement>& list) {
        if (m_gone.empty()) return;
        const std::vector<MovedAddress> known = movesOf(m_now.survey(), m_now.plan());
        const std::vector<Replacement> truth = list;
        for (std::size_t i = 0; i < m_prior.size(); ++i) {
            if (m_prior[i] != none || !m_now.instances()[i].exists) continue;
            for (Gone& gone : m_gone) {
                if (gone.instance == none || !isTheSame(gone.instance, i)) continue;
                const Instance& instance = m_now.instances()[i];
                const bool possible = std::none_of(known.begin(), known.end(), [&](const MovedAddress& move) {
                    return move.from == gone.address || move.to == instance.address;
                });
                if (!possible) continue;
                list.push_back({instance.element,
                                instance.address,
                                {},
                                MovedAddress{gone.address, instance.address},
                                true});
                m_prior[i] = gone.instance;
                gone.instance = none;
                m_status.clear(); // what refers to it may stay too
                break;
            }
        }
        for (Replacement& one : list)
            if (!one.moved) one.avoidable = !isReplaced(m_now.at(one.address));
    }

    bool isTheSame(std::size_t before, std::size_t now) {
        const TypeInfo& type = *m_now.instances()[now].type;
        if (m_before.instances()[before].type != &type || !forcedBetween(before, now).empty()) return false;
        const auto agree = [&](std::string_view name) {
            const Term* a = m_before.argument(before, name);
            const Term* b = m_now.argument(now, name);
            return (a ? oldValue(*a).identity : "") == (b ? newValue(*b).identity : "");
        };
        const auto tagsAgree = [&] {
            const auto& a = m_before.body(before).tags;
            const auto& b = m_now.body(now).tags;
            return (a.empty() ? "" : oldValue(a.front()).identity) ==
                   (b.empty() ? "" : newValue(b.front()).identity);
        };
        // Where nothing that lasts tells one from another, what people call them does.
        if (type.type == "aws_eip" || type.type == "aws_route_table" || type.type == "aws_network_acl" ||
            type.type == "aws_iam_role")
            return tagsAgree();
        if (type.type == "aws_internet_gateway" || type.type == "aws_main_route_table_association")
            return agree("vpc_id");
        if (type.type == "aws_ec2_managed_prefix_list") return agree("name");
        if (!isRule(type)) return true;
        for (const ResourceBody* body : {&m_before.body(before), &m_now.body(now)})
            for (const Argument& argument : body->arguments)
                if (argument.name != "description" && !agree(argument.name)) return false;
        return true;
    }

    struct Gone {
        std::size_t instance; ///< none: found again
        std::string address;  ///< where it stands after the moves
    };

    const Side& m_before;
    const Side& m_now;
    std::vector<std::size_t> m_prior; ///< of what was before, for each instance of now
    std::vector<Gone> m_gone;
    std::unordered_map<std::size_t, Status> m_status;
    bool m_regionChanged = false;
    bool m_settingsChanged = false;
};

/// Whether anything changed that could change the answer.
bool matters(const Side& last, const Design& now) {
    const Design& then = last.design();
    if (!(then.settings == now.settings) || then.addresses.moved != now.addresses.moved) return true;
    const auto sameEntries = [](const auto& a, const auto& b, const auto& sameValue) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const auto& x, const auto& y) {
            return x.key == y.key && (x.value == y.value || sameValue(*x.value, *y.value));
        });
    };
    if (!sameEntries(then.addresses.sets, now.addresses.sets,
                     [](const ResourceSet& a, const ResourceSet& b) { return a == b; }))
        return true;
    return !sameEntries(then.network.nodes, now.network.nodes, [&](const Node& a, const Node& b) {
        const auto* group = std::get_if<SecurityGroup>(&a);
        return !(group && last.survey().hasSeparateRules(group->id)) && !differsInDepth(a, b);
    });
}

} // namespace

std::vector<Replacement> replacements(const Design& before, const Design& now, const ExportOptions& options) {
    const Side then(before, options), next(now, options);
    return Comparison(then, next).run();
}

std::vector<MovedAddress> movesThatKeep(const std::vector<Replacement>& list) {
    std::vector<MovedAddress> moves;
    for (const Replacement& one : list)
        if (one.moved) moves.push_back(*one.moved);
    return moves;
}

struct ReplacementFinder::State {
    std::unique_ptr<Side> before;
    std::unique_ptr<Side> now;
    std::optional<Design> saved;
    ExportOptions options;
    std::vector<Replacement> list;
};

ReplacementFinder::ReplacementFinder() : m_state(std::make_unique<State>()) {}
ReplacementFinder::~ReplacementFinder() = default;

void ReplacementFinder::setBefore(std::optional<Design> design) {
    *m_state = {};
    m_state->saved = std::move(design);
}

const std::vector<Replacement>& ReplacementFinder::update(const Design& now, const ExportOptions& options) {
    State& state = *m_state;
    if (!state.saved) return state.list;
    if (!(state.options == options)) {
        state.before.reset();
        state.now.reset();
        state.options = options;
    }
    if (!state.before) state.before = std::make_unique<Side>(*state.saved, options);
    if (!matters(state.now ? *state.now : *state.before, now)) return state.list;
    state.now = std::make_unique<Side>(now, options);
    state.list = Comparison(*state.before, *state.now).run();
    return state.list;
}

} // namespace sekisho::terraform
