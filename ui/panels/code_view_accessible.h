// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace sekisho {

/// Lets screen readers read every CodeView. Calling it again does nothing.
void installCodeViewAccessible();

} // namespace sekisho
