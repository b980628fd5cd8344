// SPDX-License-Identifier: Apache-2.0
#include "core/net/cidr_set.h"

#include "core/net/address_number.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace sekisho {

CidrSet::CidrSet(const Cidr& block)
    : m_family(block.family()), m_addresses(addressNumber(block.address()), addressNumber(block.last())) {}

CidrSet::CidrSet(IpFamily family, const std::vector<Cidr>& blocks) : m_family(family) {
    std::vector<Addresses::Interval> intervals;
    intervals.reserve(blocks.size());
    for (const Cidr& block : blocks)
        if (block.family() == family)
            intervals.push_back({addressNumber(block.address()), addressNumber(block.last())});
    m_addresses = Addresses::unionOf(std::move(intervals));
}

CidrSet::CidrSet(IpFamily family, Addresses addresses)
    : m_family(family), m_addresses(std::move(addresses)) {}

bool CidrSet::isAnywhere() const {
    return *this == anywhere(m_family);
}

double CidrSet::fraction() const {
    double count = 0;
    for (const auto& [from, to] : m_addresses.intervals())
        count += toDouble(to - from) + 1;
    return count / (toDouble(lowBits(addressBits(m_family))) + 1);
}

bool CidrSet::contains(const IpAddress& address) const {
    return address.family == m_family && m_addresses.contains(addressNumber(address));
}

bool CidrSet::contains(const Cidr& block) const {
    return block.family() == m_family && contains(CidrSet(block));
}

bool CidrSet::contains(const CidrSet& other) const {
    assert(other.m_family == m_family);
    return m_addresses.contains(other.m_addresses);
}

CidrSet CidrSet::united(const CidrSet& other) const {
    assert(other.m_family == m_family);
    return {m_family, m_addresses.united(other.m_addresses)};
}

CidrSet CidrSet::intersected(const CidrSet& other) const {
    assert(other.m_family == m_family);
    return {m_family, m_addresses.intersected(other.m_addresses)};
}

CidrSet CidrSet::minus(const CidrSet& other) const {
    assert(other.m_family == m_family);
    return {m_family, m_addresses.minus(other.m_addresses)};
}

std::vector<Cidr> CidrSet::cidrs() const {
    const int bits = addressBits(m_family);
    std::vector<Cidr> blocks;
    for (auto [from, to] : m_addresses.intervals()) {
        while (true) {
            // The largest block that starts here and does not reach beyond the interval.
            int hostBits = std::min(trailingZeros(from), bits);
            while ((from | lowBits(hostBits)) > to)
                --hostBits;
            blocks.push_back(Cidr::containing(addressFromNumber(m_family, from), bits - hostBits));
            const Uint128 last = from | lowBits(hostBits);
            if (last == to) break;
            from = last + 1;
        }
    }
    return blocks;
}

} // namespace sekisho
