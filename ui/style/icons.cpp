// SPDX-License-Identifier: Apache-2.0
#include "ui/style/icons.h"

#include "resources/resources.h"
#include "ui/style/theme.h"

#include <QHash>
#include <QIconEngine>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <memory>

namespace sekisho::style {

namespace {

/// The icon's SVG in one colour. Qt SVG 6.4 paints "currentColor" black, so the word is replaced.
QSvgRenderer* renderer(const QString& name, QRgb color) {
    static QHash<std::pair<QString, QRgb>, std::shared_ptr<QSvgRenderer>> all;
    auto& entry = all[{name, color}];
    if (!entry) {
        QByteArray svg;
        if (const auto bytes = resources::find("icons/" + name.toStdString() + ".svg"))
            svg = QByteArray(bytes->data(), qsizetype(bytes->size()));
        else
            qWarning("there is no icon %s", qPrintable(name));
        svg.replace("currentColor", QColor(color).name().toLatin1());
        entry = std::make_shared<QSvgRenderer>();
        if (!svg.isEmpty()) entry->load(svg);
    }
    return entry.get();
}

QPixmap pixmapOf(const QString& name, QSize pixels, QRgb color) {
    const QString key = QStringLiteral("sekisho/%1/%2/%3").arg(name).arg(pixels.width()).arg(color, 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer(name, color)->render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class Engine : public QIconEngine {
public:
    explicit Engine(QString name, QColor color = {}) : m_name(std::move(name)), m_color(std::move(color)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        painter->drawPixmap(
            rect, pixmapOf(m_name, rect.size() * painter->device()->devicePixelRatioF(), ink(mode)));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return pixmapOf(m_name, size, ink(mode));
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override {
        QPixmap result = pixmapOf(m_name, size * scale, ink(mode));
        result.setDevicePixelRatio(scale);
        return result;
    }
    QIconEngine* clone() const override { return new Engine(*this); }
    QString iconName() override { return m_name; }

private:
    QRgb ink(QIcon::Mode mode) const {
        if (mode == QIcon::Disabled) {
            QColor faint = theme().ink3;
            faint.setAlphaF(0.55F);
            return faint.rgba();
        }
        return (m_color.isValid() ? m_color : theme().ink).rgba();
    }

    QString m_name;
    QColor m_color;
};

} // namespace

QIcon icon(const QString& name) {
    return QIcon(new Engine(name));
}

QIcon icon(const QString& name, const QColor& color) {
    return QIcon(new Engine(name, color));
}

void paintIcon(QPainter* painter, const QString& name, const QRectF& rect, const QColor& color) {
    const auto type = painter->paintEngine() ? painter->paintEngine()->type() : QPaintEngine::Raster;
    if (type != QPaintEngine::Raster && type != QPaintEngine::OpenGL2) {
        renderer(name, color.rgba())->render(painter, rect);
        return;
    }
    const qreal scale = std::hypot(painter->worldTransform().m11(), painter->worldTransform().m12()) *
                        painter->device()->devicePixelRatioF();
    const int pixels = std::clamp(qRound(rect.width() * scale), 1, 512);
    // On whole pixels of the device: between them a line of one pixel may be lost.
    const QTransform toDevice = painter->deviceTransform();
    QPointF corner = toDevice.map(rect.center()) - QPointF(pixels, pixels) / 2;
    corner = QPointF(std::round(corner.x()), std::round(corner.y()));
    const QRectF place = toDevice.inverted().mapRect(QRectF(corner, QSizeF(pixels, pixels)));
    painter->drawPixmap(place, pixmapOf(name, {pixels, pixels}, color.rgba()), QRectF(0, 0, pixels, pixels));
}

QString iconName(WorkloadKind kind) {
    switch (kind) {
    case WorkloadKind::Alb: return QStringLiteral("alb");
    case WorkloadKind::Nlb: return QStringLiteral("nlb");
    case WorkloadKind::EcsService: return QStringLiteral("ecs");
    case WorkloadKind::Ec2Instance: return QStringLiteral("ec2");
    case WorkloadKind::Rds: return QStringLiteral("rds");
    case WorkloadKind::Lambda: return QStringLiteral("lambda");
    case WorkloadKind::ElastiCache: return QStringLiteral("elasticache");
    case WorkloadKind::Other: break;
    }
    return QStringLiteral("workload");
}

QString iconName(Kind kind) {
    switch (kind) {
    case Kind::Vpc:
    case Kind::VpcCidr: return QStringLiteral("vpc");
    case Kind::AvailabilityZone: return QStringLiteral("az");
    case Kind::Subnet: return QStringLiteral("subnet-private");
    case Kind::InternetGateway: return QStringLiteral("igw");
    case Kind::EgressOnlyInternetGateway: return QStringLiteral("egress-only");
    case Kind::RouteTable:
    case Kind::Route:
    case Kind::RouteTableAssociation: return QStringLiteral("route-table");
    case Kind::NatGateway: return QStringLiteral("nat");
    case Kind::ElasticIp: return QStringLiteral("eip");
    case Kind::SecurityGroup:
    case Kind::SecurityGroupRule: return QStringLiteral("security-group");
    case Kind::NetworkAcl:
    case Kind::NetworkAclRule:
    case Kind::NetworkAclAssociation: return QStringLiteral("nacl");
    case Kind::PrefixList: return QStringLiteral("prefix-list");
    case Kind::VpcEndpoint: return QStringLiteral("endpoint-interface");
    case Kind::Peering: return QStringLiteral("peering");
    case Kind::FlowLog: return QStringLiteral("flow-log");
    case Kind::External: return QStringLiteral("internet");
    case Kind::Workload:
    case Kind::Interface:
    case Kind::Listener: break;
    }
    return QStringLiteral("workload");
}

QString iconName(const Node& node) {
    if (const auto* workload = std::get_if<Workload>(&node)) return iconName(workload->workloadKind);
    if (const auto* subnet = std::get_if<Subnet>(&node))
        return subnet->tier == Tier::Public ? QStringLiteral("subnet-public")
                                            : QStringLiteral("subnet-private");
    if (const auto* endpoint = std::get_if<VpcEndpoint>(&node))
        return endpoint->type == EndpointType::Gateway ? QStringLiteral("endpoint-gateway")
                                                       : QStringLiteral("endpoint-interface");
    if (const auto* external = std::get_if<External>(&node))
        return external->cidrs.empty() ? QStringLiteral("internet") : QStringLiteral("external");
    return iconName(idOf(node).kind);
}

} // namespace sekisho::style
