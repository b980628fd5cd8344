// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

/// How long what moves takes (look: "Motion"), in ms.
namespace sekisho::canvas::motion {

inline constexpr int fit = 180;       ///< zooming to all or to the selection
inline constexpr int flash = 180;     ///< one of the two flashes of something found
inline constexpr int held = 1000;     ///< the ring instead, where nothing moves
inline constexpr int dim = 120;       ///< what does not belong to a lit group
inline constexpr int natSwitch = 160; ///< to ghosts and back

/// Whether anything moves: not where the desktop is set to reduced motion.
bool isWanted();
/// Says so whatever the desktop is set to; nothing: as it is set.
void setWanted(std::optional<bool> wanted);

} // namespace sekisho::canvas::motion
