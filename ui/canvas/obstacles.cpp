// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/router.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>

namespace sekisho::canvas {

namespace {

constexpr double cell = 160;

std::int64_t keyOf(int x, int y) {
    return (std::int64_t(x) << 32) ^ std::uint32_t(y);
}

int cellOf(double value) {
    return int(std::floor(std::clamp(value, -1e7, 1e7) / cell));
}

} // namespace

Obstacles::Obstacles(const Layout& layout) : m_layout(layout) {
    m_cells.reserve(layout.items.size() * 2);
    for (std::size_t i = 0; i < layout.items.size(); ++i) {
        const Placed& placed = layout.items[i];
        if (!isContainer(placed.shape)) ++m_count;
        // Of what holds everything only the title is in the way.
        const bool titleOnly = placed.shape == Shape::Vpc || placed.shape == Shape::Zone;
        const QRectF rect = (titleOnly ? placed.text : placed.extent()).adjusted(-14, -14, 14, 14);
        for (int x = cellOf(rect.left()); x <= cellOf(rect.right()); ++x)
            for (int y = cellOf(rect.top()); y <= cellOf(rect.bottom()); ++y)
                m_cells[keyOf(x, y)].push_back(int(i));
    }
}

template<class Visit>
bool Obstacles::any(const QRectF& rect, const Visit& visit) const {
    for (int x = cellOf(rect.left()); x <= cellOf(rect.right()); ++x)
        for (int y = cellOf(rect.top()); y <= cellOf(rect.bottom()); ++y) {
            const auto it = m_cells.find(keyOf(x, y));
            if (it == m_cells.end()) continue;
            for (const int index : it->second)
                if (visit(index)) return true;
        }
    return false;
}

bool Obstacles::crossed(QPointF from, QPointF to, int except1, int except2, double clearance,
                        bool passGateways) const {
    const QRectF segment = QRectF(from, to).normalized();
    return any(segment, [&](int index) {
        if (index == except1 || index == except2) return false;
        const Placed& placed = m_layout.items[std::size_t(index)];
        if (isContainer(placed.shape)) return false;
        if (passGateways && placed.placement.node.kind == Kind::InternetGateway) return false;
        const QRectF box = placed.rect.adjusted(-clearance, -clearance, clearance, clearance);
        return segment.left() < box.right() && segment.right() > box.left() && segment.top() < box.bottom() &&
               segment.bottom() > box.top();
    });
}

bool Obstacles::covered(const QRectF& rect, bool subnets) const {
    return any(rect, [&](int index) {
        const Placed& placed = m_layout.items[std::size_t(index)];
        if (isContainer(placed.shape))
            return subnets && placed.shape == Shape::Subnet ? placed.rect.intersects(rect)
                                                            : placed.text.intersects(rect);
        return placed.rect.adjusted(-3, -3, 3, 3).intersects(rect) || placed.text.intersects(rect);
    });
}

std::vector<int> Obstacles::within(const QRectF& rect) const {
    std::vector<int> found;
    any(rect, [&](int index) {
        const Placed& placed = m_layout.items[std::size_t(index)];
        if (!isContainer(placed.shape) && placed.rect.intersects(rect)) found.push_back(index);
        return false;
    });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

QPolygonF straightened(const QPolygonF& points) {
    QPolygonF result;
    for (const QPointF& point : points) {
        if (!result.isEmpty() && (result.back() - point).manhattanLength() < 0.01) continue;
        if (result.size() >= 2) {
            const QPointF a = result[result.size() - 2], b = result.back();
            if ((std::abs(a.x() - b.x()) < 0.01 && std::abs(b.x() - point.x()) < 0.01) ||
                (std::abs(a.y() - b.y()) < 0.01 && std::abs(b.y() - point.y()) < 0.01))
                result.removeLast();
        }
        result << point;
    }
    return result;
}

QPolygonF searchWay(const Layout& layout, const Obstacles& obstacles, int from, int to) {
    constexpr double clear = 12;
    constexpr std::size_t mostBoxes = 90;
    const QRectF a = layout.items[std::size_t(from)].rect, b = layout.items[std::size_t(to)].rect;
    std::vector<int> boxes;
    for (const double margin : {300.0, 120.0, 40.0}) {
        boxes = obstacles.within((a | b).adjusted(-margin, -margin, margin, margin));
        if (boxes.size() <= mostBoxes) break;
    }
    if (boxes.size() > mostBoxes) return {};

    // The lines that matter: along the boxes, and through the ports of both ends.
    std::vector<double> xs, ys;
    for (const int index : boxes) {
        const QRectF rect = layout.items[std::size_t(index)].rect;
        xs.insert(xs.end(), {rect.left() - clear - 1, rect.right() + clear + 1});
        ys.insert(ys.end(), {rect.top() - clear - 1, rect.bottom() + clear + 1});
    }
    for (const QRectF& rect : {a, b}) {
        xs.push_back(rect.center().x());
        ys.push_back(rect.center().y());
    }
    for (auto* values : {&xs, &ys}) {
        std::sort(values->begin(), values->end());
        values->erase(std::unique(values->begin(), values->end(),
                                  [](double p, double q) { return std::abs(p - q) < 0.5; }),
                      values->end());
    }
    const auto nearest = [](const std::vector<double>& values, double value) {
        std::size_t best = 0;
        for (std::size_t i = 0; i < values.size(); ++i)
            if (std::abs(values[i] - value) < std::abs(values[best] - value)) best = i;
        return int(best);
    };
    struct Port {
        QPointF edge;
        int x, y, direction; // 0 right, 1 down, 2 left, 3 up
    };
    const auto ports = [&](const QRectF& rect) {
        const QPointF c = rect.center();
        return std::array<Port, 4>{{
            {{rect.right(), c.y()}, nearest(xs, rect.right() + clear + 1), nearest(ys, c.y()), 0},
            {{c.x(), rect.bottom()}, nearest(xs, c.x()), nearest(ys, rect.bottom() + clear + 1), 1},
            {{rect.left(), c.y()}, nearest(xs, rect.left() - clear - 1), nearest(ys, c.y()), 2},
            {{c.x(), rect.top()}, nearest(xs, c.x()), nearest(ys, rect.top() - clear - 1), 3},
        }};
    };
    const auto starts = ports(a), ends = ports(b);
    const int width = int(xs.size()), height = int(ys.size());
    const auto stateOf = [&](int x, int y, int direction) { return (y * width + x) * 4 + direction; };
    std::vector<double> cost(std::size_t(width * height * 4), 1e18);
    std::vector<int> before(cost.size(), -1);
    using Entry = std::pair<double, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    const auto pointOf = [&](int state) {
        return QPointF(xs[std::size_t((state / 4) % width)], ys[std::size_t(state / 4 / width)]);
    };
    for (const Port& port : starts) {
        if (obstacles.crossed(port.edge, QPointF(xs[std::size_t(port.x)], ys[std::size_t(port.y)]), from, to,
                              2, false))
            continue;
        const int state = stateOf(port.x, port.y, port.direction);
        cost[std::size_t(state)] = 0;
        open.emplace(0, state);
    }
    constexpr std::array<int, 4> dx = {1, 0, -1, 0}, dy = {0, 1, 0, -1};
    constexpr double bend = 40;
    int reached = -1;
    const Port* last = nullptr;
    while (!open.empty()) {
        const auto [now, state] = open.top();
        open.pop();
        if (now > cost[std::size_t(state)] + 1e-9) continue;
        const int direction = state % 4, x = (state / 4) % width, y = state / 4 / width;
        for (const Port& port : ends)
            if (port.x == x && port.y == y && direction == (port.direction + 2) % 4 &&
                !obstacles.crossed(port.edge, pointOf(state), from, to, 2, false)) {
                reached = state;
                last = &port;
            }
        if (reached >= 0) break;
        for (int turn : {0, 1, 3}) {
            const int next = (direction + turn) % 4;
            const int nx = x + dx[std::size_t(next)], ny = y + dy[std::size_t(next)];
            if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
            const QPointF p = pointOf(state), q(xs[std::size_t(nx)], ys[std::size_t(ny)]);
            if (obstacles.crossed(p, q, -1, -1, clear - 1, false)) continue;
            const int target = stateOf(nx, ny, next);
            const double total = now + (q - p).manhattanLength() + (turn == 0 ? 0 : bend);
            if (total + 1e-9 >= cost[std::size_t(target)]) continue;
            cost[std::size_t(target)] = total;
            before[std::size_t(target)] = state;
            open.emplace(total, target);
        }
    }
    if (reached < 0) return {};
    QPolygonF way;
    way << last->edge;
    int first = reached;
    for (int state = reached; state >= 0; state = before[std::size_t(state)]) {
        way << pointOf(state);
        first = state;
    }
    for (const Port& port : starts)
        if (stateOf(port.x, port.y, port.direction) == first) {
            way << port.edge;
            break;
        }
    std::reverse(way.begin(), way.end());
    return straightened(way);
}

} // namespace sekisho::canvas
