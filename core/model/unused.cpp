// SPDX-License-Identifier: Apache-2.0
#include "core/model/unused.h"

#include "core/model/network.h"

#include <set>

namespace sekisho {

std::string nextZone(const Network& network, VpcId vpc, const std::string& region,
                     const std::vector<std::string>& zonesOfRegion) {
    std::set<std::string> taken;
    char next = 'a';
    for (const AvailabilityZone* az : zonesOf(network, vpc)) {
        taken.insert(az->zone);
        const char last = az->zone.empty() ? '\0' : az->zone.back();
        next = last >= 'a' && last <= 'z' ? static_cast<char>(last + 1) : 'a';
    }
    for (const std::string& zone : zonesOfRegion)
        if (!taken.contains(zone)) return zone;
    for (const char from : {next, 'a'})
        for (char letter = from; letter <= 'z'; ++letter)
            if (std::string zone = region + letter; !taken.contains(zone)) return zone;
    return region + "a";
}

std::string unusedName(const Network& network, Kind kind, const std::string& base) {
    std::set<std::string> taken;
    for (const auto& entry : network.nodes)
        if (entry.key.kind == kind) taken.insert(baseOf(*entry.value).name);
    std::string name = base;
    for (int n = 2; taken.contains(name); ++n)
        name = base + "-" + std::to_string(n);
    return name;
}

} // namespace sekisho
