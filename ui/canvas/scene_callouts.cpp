// SPDX-License-Identifier: Apache-2.0
#include "core/advice/way_out.h"

#include "ui/canvas/scene_state.h"
#include "ui/canvas/words.h"
#include "ui/document/document.h"
#include "ui/style/style.h"
#include "ui/text/diagnostic_text.h"

#include <algorithm>

namespace sekisho::canvas {

/// Which workloads lack a way out where, and what for.
void CanvasScene::State::findNeeds() {
    const Design& now = document.design();
    needs.clear();
    for (const advice::WayOut& way : advice::waysOut(now))
        for (const advice::NeedFrom& need : way.needs)
            if (!(way.natEnabled ? need.natOn : need.natOff))
                needs[{way.workload, need.subnet}].insert(need.need);
}

void CanvasScene::State::syncCallouts() {
    constexpr double height = 38, widest = 190, narrowest = 96, gap = 30;
    std::map<Placement, CalloutItem*> left;
    for (const auto& [placement, missing] : needs) {
        const Placed* tile = layout.find(placement);
        if (!tile || tile->parent < 0) continue;
        // Beside the tile, away from the spine, as far as there is room.
        const QRectF subnet = layout.items[std::size_t(tile->parent)].rect;
        const bool right = tile->outerRight || layout.items[std::size_t(tile->parent)].outerRight;
        const double room = right ? subnet.right() - 18 - tile->rect.right() - gap
                                  : tile->rect.left() - gap - subnet.left() - 18;
        const double width = std::min(widest, room);
        if (width < narrowest) continue;
        const double x = right ? tile->rect.right() + gap : tile->rect.left() - gap - width;
        const QRectF rect(x, tile->rect.center().y() - height / 2, width, height);
        if (!obstacles || obstacles->covered(rect.adjusted(-4, -2, 4, 2), false)) continue;
        QStringList words;
        for (const Need need : missing) {
            const std::string_view name = text::needName(need, style::language());
            words << QString::fromUtf8(name.data(), qsizetype(name.size()));
        }
        CalloutItem* item = nullptr;
        if (const auto it = callouts.find(placement); it != callouts.end()) {
            item = it->second;
            callouts.erase(it);
        } else {
            item = new CalloutItem(look);
            scene.addItem(item);
        }
        item->syncWith(rect, tile->rect, Words::tr("No way out"), words.join(QStringLiteral(", ")));
        left.emplace(placement, item);
    }
    for (const auto& [placement, item] : callouts)
        delete item;
    callouts = std::move(left);
}

} // namespace sekisho::canvas
