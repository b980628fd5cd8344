// SPDX-License-Identifier: Apache-2.0
#include "app/cli/edit_op.h"

#include <algorithm>

namespace sekisho::cli {

const std::vector<EditOp>& editOps() {
    static const std::vector<EditOp> table = [] {
        std::vector<EditOp> all = genericOps();
        for (const auto& more : {networkOps(), trafficOps(), designOps()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return table;
}

const EditOp* findEditOp(std::string_view name) {
    const auto& table = editOps();
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const EditOp& op) { return op.name == name; });
    return found == table.end() ? nullptr : &*found;
}

std::string usageOf(const EditOp& op) {
    std::string usage(op.name);
    for (const Param& param : op.params) {
        std::string shown = param.words.empty() || param.words.size() > 4 ? std::string(param.shown)
                                                                          : joined(param.words, "|");
        if (param.positional)
            shown += param.many ? "..." : "";
        else
            shown.insert(0, std::string(param.name) + "=");
        usage += param.required ? " " + shown : " [" + shown + "]";
    }
    return op.fields ? usage + " [FIELD=VALUE]..." : usage;
}

} // namespace sekisho::cli
