// SPDX-License-Identifier: Apache-2.0
#include "core/model/check_rules.h"

#include <algorithm>

namespace sekisho::checks {

namespace {

/// The next character of UTF-8 and how many bytes it takes; a broken byte is U+FFFD.
std::pair<char32_t, std::size_t> nextCharacter(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    if (length == 0 || first > 0xf4 || text.size() < length) return {0xfffd, 1};
    char32_t character = first & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U) return {0xfffd, 1};
        character = (character << 6) | (byte(i) & 0x3fU);
    }
    return {character, length};
}

/// A character that people cannot see is named by its number.
std::string quoted(char32_t character, std::string_view bytes) {
    const bool invisible =
        character <= 0x20 || (character >= 0x7f && character <= 0xa0) ||
        (character >= 0x200b && character <= 0x200f) || (character >= 0x2028 && character <= 0x202e) ||
        (character >= 0x2066 && character <= 0x2069) || character == 0xfeff || character == 0xfffd;
    if (!invisible) return "\"" + std::string(bytes) + "\"";
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "U+";
    for (int shift = character > 0xffff ? 20 : 12; shift >= 0; shift -= 4)
        text += digits[(character >> static_cast<unsigned>(shift)) & 0xfU];
    return text;
}

} // namespace

// --- Inquiry
// ----------------------------------------------------------------------------------------------------

const AvailabilityZone* Inquiry::zoneOf(SubnetId subnet) {
    const Subnet* node = get(subnet);
    return node ? get(node->az) : nullptr;
}

std::optional<VpcId> Inquiry::vpcOf(SubnetId subnet) {
    const AvailabilityZone* zone = zoneOf(subnet);
    return zone ? std::optional(zone->vpc) : std::nullopt;
}

std::optional<VpcId> Inquiry::vpcOf(const NatGateway& nat) {
    if (nat.mode == NatMode::Regional) return nat.vpc;
    return nat.subnet ? vpcOf(*nat.subnet) : std::nullopt;
}

const std::vector<const ResourceKey*>* Inquiry::addressesOf(ElementId element) {
    m_reads.elements.push_back(element);
    return m_addresses.find(element);
}

std::string Inquiry::expand(const NameTemplate& name, std::string_view azLetter) const {
    return name.expand({settings().projectName, settings().environment, azLetter});
}

void Inquiry::quota(Code code, std::size_t count, std::size_t quota, std::size_t most,
                    std::vector<ElementId> subjects, std::vector<DiagnosticArg> args) {
    if (count <= quota) return;
    args.push_back({"count", std::to_string(count)});
    args.push_back({"limit", std::to_string(count > most ? most : quota)});
    if (count > most)
        error(code, std::move(subjects), std::move(args));
    else
        warning(code, std::move(subjects), std::move(args));
}

void Inquiry::dangling(ElementId target, std::string_view field, std::vector<ElementId> holder) {
    error(Code::reference_dangling, std::move(holder),
          {{"field", std::string(field)}, {"target", toString(target)}});
}

void Inquiry::add(Diagnostic finding) {
    if (!m_design.network.foreign.empty() && !finding.subjects.empty())
        if (const ForeignText* foreign = m_design.network.foreign.find(finding.subjects.front()))
            for (const DiagnosticArg& arg : finding.args)
                if (arg.name == "field" && foreign->unresolved.contains(arg.value)) return;
    m_found.push_back(std::move(finding));
}

// --- Addresses
// --------------------------------------------------------------------------------------------------

std::vector<ElementId> AddressWatch::update(const Addresses& addresses,
                                            const std::vector<ResourceKey>* changed) {
    std::vector<ElementId> concerned;
    const auto leave = [&](std::map<ResourceKey, Set>::iterator it) {
        for (const ResourceMember& member : it->second->members) {
            concerned.push_back(member.element);
            const auto places = m_places.find(member.element);
            if (places == m_places.end()) continue;
            std::erase(places->second, &it->first);
            if (places->second.empty()) m_places.erase(places);
        }
        it->second = nullptr;
    };
    const auto enter = [&](std::map<ResourceKey, Set>::iterator it, Set set) {
        it->second = std::move(set);
        for (const ResourceMember& member : it->second->members) {
            concerned.push_back(member.element);
            // In the order of keys, so that it does not matter how things came about.
            auto& keys = m_places[member.element];
            const auto at =
                std::lower_bound(keys.begin(), keys.end(), it->first,
                                 [](const ResourceKey* a, const ResourceKey& b) { return *a < b; });
            if (at == keys.end() || *at != &it->first) keys.insert(at, &it->first);
        }
    };
    const auto takeOver = [&](const ResourceKey& key, Set now) {
        const auto it = m_sets.try_emplace(m_sets.end(), key);
        if (it->second != now) {
            if (it->second) leave(it);
            if (now) enter(it, std::move(now));
        }
        if (!it->second) m_sets.erase(it);
    };
    if (changed) {
        for (const ResourceKey& key : *changed)
            takeOver(key, addresses.sets.share(key));
        return concerned;
    }
    std::vector<ResourceKey> gone;
    for (const auto& [key, set] : m_sets)
        if (!addresses.sets.contains(key)) gone.push_back(key);
    for (const ResourceKey& key : gone)
        takeOver(key, nullptr);
    for (const auto& entry : addresses.sets)
        takeOver(entry.key, entry.value);
    return concerned;
}

const std::vector<const ResourceKey*>* AddressWatch::find(ElementId element) const {
    const auto it = m_places.find(element);
    return it == m_places.end() ? nullptr : &it->second;
}

const ResourceSet* AddressWatch::find(const ResourceKey& key) const {
    const auto it = m_sets.find(key);
    return it == m_sets.end() ? nullptr : it->second.get();
}

// --- Text
// -------------------------------------------------------------------------------------------------------

std::size_t characterCount(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count)
        text.remove_prefix(nextCharacter(text).second);
    return count;
}

std::string foreignCharacters(std::string_view text, bool (*isAllowed)(char32_t)) {
    constexpr std::size_t most = 5;
    std::vector<char32_t> seen;
    std::string list;
    while (!text.empty() && seen.size() < most) {
        const auto [character, length] = nextCharacter(text);
        if (!isAllowed(character) && std::find(seen.begin(), seen.end(), character) == seen.end()) {
            seen.push_back(character);
            if (!list.empty()) list += ' ';
            list += quoted(character, text.substr(0, length));
        }
        text.remove_prefix(length);
    }
    return list;
}

bool isGroupCharacter(char32_t c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
    constexpr std::string_view others = " ._-:/()#,@[]+=&;{}!$*";
    return c < 0x80 && others.find(static_cast<char>(c)) != std::string_view::npos;
}

std::string lowerAscii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

bool isRegionName(std::string_view text) {
    // Words of letters and one number at the end, joined by dashes: us-gov-west-1.
    std::vector<std::string_view> words;
    for (std::size_t from = 0; from <= text.size();) {
        const auto dash = std::min(text.find('-', from), text.size());
        words.push_back(text.substr(from, dash - from));
        from = dash + 1;
    }
    const auto consistsOf = [](std::string_view word, char first, char last) {
        return !word.empty() &&
               std::all_of(word.begin(), word.end(), [&](char c) { return c >= first && c <= last; });
    };
    if (words.size() < 3 || words.size() > 4) return false;
    if (words.front().size() < 2 || words.back().size() > 2 || !consistsOf(words.back(), '0', '9'))
        return false;
    return std::all_of(words.begin(), words.end() - 1, [&](auto word) { return consistsOf(word, 'a', 'z'); });
}

std::string_view familyWord(IpFamily family) {
    return family == IpFamily::V4 ? "IPv4" : "IPv6";
}

std::string_view directionWord(Direction direction) {
    return direction == Direction::Ingress ? "ingress" : "egress";
}

} // namespace sekisho::checks
