// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/canvas_accessible.h"

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/deployed_text.h"
#include "ui/document/deployment.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/style/style.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>
#include <QWindow>

#include <algorithm>
#include <map>

namespace sekisho::canvas {

namespace {

struct Spoken {
    Q_DECLARE_TR_FUNCTIONS(sekisho::canvas::Spoken)
};

class CanvasInterface;

/// One drawn thing.
class ItemInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ItemInterface(CanvasView* view, Placement placement) : m_view(view), m_placement(std::move(placement)) {}

    bool isValid() const override { return m_view && m_view->canvas().rectOf(m_placement).has_value(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override {
        if (!isValid()) return {};
        if (kind == QAccessible::Name) return spokenName(m_view->document().design(), m_placement);
        if (kind == QAccessible::Description) {
            QStringList parts;
            const auto severity = m_view->facts().severityOf(m_placement.node);
            if (severity && *severity != Severity::Info)
                parts << QString::fromUtf8(
                    text::severityWord(*severity, style::language()).data(),
                    qsizetype(text::severityWord(*severity, style::language()).size()));
            if (const Deployment* deployment = m_view->deployment())
                parts << deployedText(*deployment, {m_placement.node})
                             .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            return parts.join(Spoken::tr(", ", "between the parts of a description"));
        }
        return {};
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override {
        if (!isValid()) return {};
        const QRect seen = m_view->mapFromScene(*m_view->canvas().rectOf(m_placement)).boundingRect();
        return {m_view->viewport()->mapToGlobal(seen.topLeft()), seen.size()};
    }
    QAccessible::Role role() const override {
        switch (m_placement.node.kind) {
        case Kind::Vpc:
        case Kind::AvailabilityZone:
        case Kind::Subnet: return QAccessible::Grouping;
        default: return QAccessible::Graphic;
        }
    }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.multiSelectable = true;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selected = m_view->selection().contains(m_placement.node);
        state.focused = m_view->hasFocus() && m_view->focused() == m_placement;
        state.offscreen = !m_view->viewport()->rect().intersects(
            m_view->mapFromScene(*m_view->canvas().rectOf(m_placement)).boundingRect());
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ActionInterface) return static_cast<QAccessibleActionInterface*>(this);
        return nullptr;
    }

    QStringList actionNames() const override { return {setFocusAction(), pressAction(), showMenuAction()}; }
    void doAction(const QString& name) override {
        if (!isValid()) return;
        if (name == setFocusAction() || name == pressAction()) {
            m_view->setFocus(Qt::OtherFocusReason);
            m_view->setFocused(m_placement, true);
            if (name == pressAction()) emit m_view->propertiesRequested(m_placement.node);
        } else if (name == showMenuAction()) {
            m_view->setFocused(m_placement, true);
            m_view->showMenu({}, true);
        }
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

    const Placement& placement() const { return m_placement; }

private:
    QPointer<CanvasView> m_view;
    Placement m_placement;
};

class CanvasInterface : public QAccessibleWidget {
public:
    explicit CanvasInterface(CanvasView* view) : QAccessibleWidget(view, QAccessible::Canvas), m_view(view) {}
    ~CanvasInterface() override {
        for (const auto& [placement, id] : m_items)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(placements().size()) + QAccessibleWidget::childCount(); }
    QAccessibleInterface* child(int index) const override {
        const auto all = placements();
        if (index < 0) return nullptr;
        if (std::size_t(index) < all.size()) return item(all[std::size_t(index)]);
        return QAccessibleWidget::child(index - int(all.size()));
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        const auto all = placements();
        for (const auto& [placement, id] : m_items)
            if (QAccessible::accessibleInterface(id) == child) {
                const auto it = std::find(all.begin(), all.end(), placement);
                return it == all.end() ? -1 : int(it - all.begin());
            }
        const int index = QAccessibleWidget::indexOfChild(child);
        return index < 0 ? -1 : index + int(all.size());
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        if (!m_view) return nullptr;
        const QPoint at = m_view->viewport()->mapFromGlobal(QPoint(x, y));
        if (!m_view->viewport()->rect().contains(at)) return nullptr;
        const auto hit = m_view->canvas().hitAt(m_view->mapToScene(at), m_view->zoom());
        return hit && hit->placement ? item(*hit->placement) : nullptr;
    }
    QAccessibleInterface* focusChild() const override {
        if (m_view && m_view->hasFocus() && m_view->focused()) return item(*m_view->focused());
        return QAccessibleWidget::focusChild();
    }

private:
    std::vector<Placement> placements() const {
        return m_view ? m_view->canvas().placements() : std::vector<Placement>();
    }
    QAccessibleInterface* item(const Placement& placement) const {
        const auto it = m_items.find(placement);
        if (it != m_items.end()) return QAccessible::accessibleInterface(it->second);
        auto* made = new ItemInterface(m_view, placement);
        m_items[placement] = QAccessible::registerAccessibleInterface(made);
        return made;
    }

    QPointer<CanvasView> m_view;
    mutable std::map<Placement, QAccessible::Id> m_items;
};

QAccessibleInterface* makeInterface(const QString& className, QObject* object) {
    if (className != QLatin1String("sekisho::canvas::CanvasView")) return nullptr;
    auto* view = qobject_cast<CanvasView*>(object);
    return view ? new CanvasInterface(view) : nullptr;
}

QString kindText(const Network& network, const Node& node) {
    const auto language = style::language();
    const auto of = [](std::string_view text) {
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    };
    (void)network;
    if (const auto* workload = std::get_if<Workload>(&node))
        return of(text::workloadName(workload->workloadKind, language));
    if (const auto* subnet = std::get_if<Subnet>(&node)) {
        switch (subnet->tier) {
        case Tier::Public: return Spoken::tr("Public subnet");
        case Tier::Private: return Spoken::tr("Private subnet");
        case Tier::Isolated: return Spoken::tr("Isolated subnet");
        }
    }
    QString kind = of(text::kindName(idOf(node).kind, language));
    if (!kind.isEmpty()) kind[0] = kind[0].toUpper();
    return kind;
}

int membersOf(const Network& network, SecurityGroupId group) {
    int members = 0;
    const auto in = [&](const std::vector<SecurityGroupId>& groups) {
        return std::find(groups.begin(), groups.end(), group) != groups.end();
    };
    for (const Workload& workload : network.all<Workload>())
        members += in(workload.securityGroups) ? std::max(1, int(workload.interfaces.size())) : 0;
    for (const VpcEndpoint& endpoint : network.all<VpcEndpoint>())
        members += in(endpoint.securityGroups) ? std::max(1, int(endpoint.subnets.size())) : 0;
    return members;
}

} // namespace

QString spokenName(const Design& design, const Placement& placement) {
    const Network& network = design.network;
    const Node* node = network.find(placement.node);
    if (!node) return {};
    QStringList parts{Spoken::tr("%1 %2", "kind and name, like: Security group ecs")
                          .arg(kindText(network, *node),
                               QString::fromStdString(text::displayName(network, placement.node)))};
    if (const auto* group = std::get_if<SecurityGroup>(node))
        parts << Spoken::tr("%n member(s)", nullptr, membersOf(network, group->id));
    if (const auto* subnet = std::get_if<Subnet>(node)) {
        if (subnet->cidr) parts << QString::fromStdString(subnet->cidr->toString());
        parts << Spoken::tr("in %1").arg(QString::fromStdString(text::displayName(network, subnet->az)));
    }
    if (const auto* vpc = std::get_if<Vpc>(node); vpc && !vpc->cidrs.empty())
        parts << QString::fromStdString(vpc->cidrs.front().cidr.toString());
    if (placement.in)
        parts << Spoken::tr("in %1").arg(QString::fromStdString(text::displayName(network, *placement.in)));
    if (const auto* nat = std::get_if<NatGateway>(node)) {
        if (nat->subnet)
            parts << Spoken::tr("in %1").arg(
                QString::fromStdString(text::displayName(network, *nat->subnet)));
        if (nat->onNatToggle && !design.settings.natEnabled) parts << Spoken::tr("off");
    }
    return parts.join(Spoken::tr(", ", "between the parts of a description"));
}

void installCanvasAccessibility() {
    static bool installed = false;
    if (installed) return;
    installed = true;
    QAccessible::installFactory(makeInterface);
}

void notifyCanvasFocus(CanvasView& view) {
    if (!QAccessible::isActive() || !view.hasFocus()) return;
    const auto focused = view.focused();
    if (!focused) return;
    const auto all = view.canvas().placements();
    const auto it = std::find(all.begin(), all.end(), *focused);
    if (it == all.end()) return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(int(it - all.begin()));
    QAccessible::updateAccessibility(&event);
}

} // namespace sekisho::canvas
