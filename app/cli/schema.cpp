// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "resources/resources.h"

#include <cassert>

namespace sekisho::cli {

Status runSchema(const Arguments&, Console& console) {
    const auto schema = resources::find("sekisho.schema.json");
    assert(schema);
    console.print(*schema);
    return Status::Yes;
}

} // namespace sekisho::cli
