// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace sekisho {

/// A map of immutable values, sorted by key. A copy shares the values: a snapshot for a worker thread costs a
/// pointer an entry. Pointers that find() gives live as long as some copy holds the value.
template<class K, class V>
class Table {
public:
    using Value = std::shared_ptr<const V>;
    struct Entry {
        K key;
        Value value; ///< never null
    };
    using const_iterator = typename std::vector<Entry>::const_iterator;

    const_iterator begin() const { return m_entries.begin(); }
    const_iterator end() const { return m_entries.end(); }
    std::size_t size() const { return m_entries.size(); }
    bool empty() const { return m_entries.empty(); }

    /// The first entry whose key is not less than `key`.
    const_iterator lowerBound(const K& key) const {
        return std::lower_bound(m_entries.begin(), m_entries.end(), key,
                                [](const Entry& entry, const K& k) { return entry.key < k; });
    }
    const V* find(const K& key) const {
        const auto it = lowerBound(key);
        return it != m_entries.end() && it->key == key ? it->value.get() : nullptr;
    }
    bool contains(const K& key) const { return find(key) != nullptr; }
    /// The shared value; null if there is none.
    Value share(const K& key) const {
        const auto it = lowerBound(key);
        return it != m_entries.end() && it->key == key ? it->value : nullptr;
    }

    /// Inserts or replaces; a null value removes.
    void set(const K& key, Value value) {
        const auto it = m_entries.begin() + (lowerBound(key) - m_entries.begin());
        const bool found = it != m_entries.end() && it->key == key;
        if (!value) {
            if (found) m_entries.erase(it);
        } else if (found) {
            it->value = std::move(value);
        } else {
            m_entries.insert(it, Entry{key, std::move(value)});
        }
    }
    void set(const K& key, V value) { set(key, std::make_shared<const V>(std::move(value))); }
    void remove(const K& key) { set(key, Value()); }

    /// By value; values that both share are not looked into.
    friend bool operator==(const Table& a, const Table& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Entry& x, const Entry& y) {
            return x.key == y.key && (x.value == y.value || *x.value == *y.value);
        });
    }

private:
    std::vector<Entry> m_entries;
};

} // namespace sekisho
