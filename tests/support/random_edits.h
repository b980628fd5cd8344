// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/edits.h"

#include <random>
#include <string>
#include <vector>

namespace sekisho::test {

/// A stream of random named edits, the same for the same seed. Names are often hostile, values often odd:
/// what AWS would refuse is drawn too.
class RandomEdits {
public:
    explicit RandomEdits(std::uint64_t seed) : m_random(seed) {}

    struct Step {
        std::string name; ///< of the edit, for messages
        Result<Delta> delta;
        bool mayMoveAddresses = false; ///< removals and explicit conversions, which say so with `moved`
    };
    /// One edit that suits the design. It may fail, as edits on odd designs do.
    Step next(const Design& design);

    /// A name that tries to be something else: quotes, templates, controls, right-to-left marks, emoji...
    std::string hostileName();

    std::uint32_t below(std::uint32_t limit) {
        return limit == 0 ? 0 : static_cast<std::uint32_t>(m_random() % limit);
    }
    bool chance(std::uint32_t percent) { return below(100) < percent; }

private:
    template<class IdType>
    IdType pick(const Design& design);
    Traffic traffic();
    Cidr cidr();
    SecurityGroupPeer peer(const Design& design);
    std::string name();
    std::vector<ElementId> someElements(const Design& design);

    std::mt19937_64 m_random;
};

} // namespace sekisho::test
