// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/net/cidr.h"
#include "core/net/interval_set.h"
#include "core/net/uint128.h"

#include <vector>

namespace sekisho {

/// A set of addresses of one family, whatever blocks it was made of: 0.0.0.0/1 with 128.0.0.0/1 equals
/// 0.0.0.0/0. Arithmetic over sets of different families is a bug of the caller.
class CidrSet {
public:
    /// The empty set.
    explicit CidrSet(IpFamily family) : m_family(family) {}
    explicit CidrSet(const Cidr& block);
    /// The union of those blocks that are of this family.
    CidrSet(IpFamily family, const std::vector<Cidr>& blocks);

    static CidrSet anywhere(IpFamily family) { return CidrSet(Cidr::anywhere(family)); }

    IpFamily family() const { return m_family; }
    bool empty() const { return m_addresses.empty(); }
    /// Whether it holds every address of the family.
    bool isAnywhere() const;
    /// How much of the family's address space it holds, 0 to 1. Rounded in IPv6: ask isAnywhere() for all of
    /// it.
    double fraction() const;

    bool contains(const IpAddress& address) const;
    /// Whether every address of the block is in the set; never for the other family.
    bool contains(const Cidr& block) const;
    bool contains(const CidrSet& other) const;
    bool overlaps(const CidrSet& other) const { return !intersected(other).empty(); }

    CidrSet united(const CidrSet& other) const;
    CidrSet intersected(const CidrSet& other) const;
    CidrSet minus(const CidrSet& other) const;

    /// The fewest blocks that make up the set, in ascending order.
    std::vector<Cidr> cidrs() const;

    friend bool operator==(const CidrSet&, const CidrSet&) = default;

private:
    using Addresses = IntervalSet<Uint128>;

    CidrSet(IpFamily family, Addresses addresses);

    IpFamily m_family;
    Addresses m_addresses;
};

} // namespace sekisho
