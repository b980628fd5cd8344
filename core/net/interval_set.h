// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

namespace sekisho {

/// A set of integers as sorted, disjoint, non-adjacent closed intervals. For ports and for NACL arithmetic. T
/// needs an order and "+ 1", "- 1"; neither is ever taken beyond T's ends.
template<class T>
class IntervalSet {
public:
    struct Interval {
        T from;
        T to; ///< inclusive

        friend bool operator==(const Interval&, const Interval&) = default;
    };

    IntervalSet() = default;
    IntervalSet(T from, T to) {
        if (from <= to) m_intervals.push_back({from, to});
    }

    bool empty() const { return m_intervals.empty(); }
    const std::vector<Interval>& intervals() const { return m_intervals; }

    bool contains(T value) const {
        const auto next = std::upper_bound(m_intervals.begin(), m_intervals.end(), value,
                                           [](T v, const Interval& interval) { return v < interval.from; });
        return next != m_intervals.begin() && value <= std::prev(next)->to;
    }
    bool contains(const IntervalSet& other) const { return other.minus(*this).empty(); }

    IntervalSet united(const IntervalSet& other) const {
        std::vector<Interval> all(m_intervals);
        all.insert(all.end(), other.m_intervals.begin(), other.m_intervals.end());
        return unionOf(std::move(all));
    }

    /// The union of intervals in any order; they may overlap, and those with from > to are empty.
    static IntervalSet unionOf(std::vector<Interval> all) {
        IntervalSet result;
        std::sort(all.begin(), all.end(),
                  [](const Interval& a, const Interval& b) { return a.from < b.from; });
        for (const Interval& interval : all) {
            if (interval.to < interval.from) continue;
            // "to + 1" could overflow, so adjacency is tested from the other side.
            if (!result.m_intervals.empty() && (interval.from <= result.m_intervals.back().to ||
                                                interval.from - 1 == result.m_intervals.back().to))
                result.m_intervals.back().to = std::max(result.m_intervals.back().to, interval.to);
            else
                result.m_intervals.push_back(interval);
        }
        return result;
    }

    IntervalSet intersected(const IntervalSet& other) const {
        IntervalSet result;
        auto a = m_intervals.begin();
        auto b = other.m_intervals.begin();
        while (a != m_intervals.end() && b != other.m_intervals.end()) {
            const T from = std::max(a->from, b->from);
            const T to = std::min(a->to, b->to);
            if (from <= to) result.m_intervals.push_back({from, to});
            if (a->to < b->to)
                ++a;
            else
                ++b;
        }
        return result;
    }

    IntervalSet minus(const IntervalSet& other) const {
        IntervalSet result;
        auto cut = other.m_intervals.begin();
        for (Interval rest : m_intervals) {
            while (cut != other.m_intervals.end() && cut->to < rest.from)
                ++cut;
            auto at = cut;
            bool left = true;
            while (left && at != other.m_intervals.end() && at->from <= rest.to) {
                if (at->from > rest.from)
                    result.m_intervals.push_back({rest.from, static_cast<T>(at->from - 1)});
                left = at->to < rest.to;
                if (left) rest.from = static_cast<T>(at->to + 1);
                ++at;
            }
            if (left) result.m_intervals.push_back(rest);
        }
        return result;
    }

    friend bool operator==(const IntervalSet&, const IntervalSet&) = default;

private:
    std::vector<Interval> m_intervals;
};

using PortSet = IntervalSet<std::int32_t>;

} // namespace sekisho
