// SPDX-License-Identifier: Apache-2.0
#include "ui/style/base_style.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

using namespace sekisho;

class TestIcons : public QObject {
    Q_OBJECT

private slots:
    /// The pole of the signpost is one pixel wide at this size: it was lost at some places of the zoomed
    /// drawing.
    void thinLinesAreSeenWherever() {
        for (const qreal zoom : {0.55, 0.8, 0.893, 0.9, 0.96, 1.0, 1.37})
            for (qreal x = 0; x < 1; x += 0.05)
                for (const qreal y : {0.0, 0.35, 0.7}) {
                    QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
                    image.fill(Qt::white);
                    QPainter painter(&image);
                    painter.setRenderHint(QPainter::Antialiasing);
                    painter.translate(8 + x, 8 + y);
                    painter.scale(zoom, zoom);
                    style::paintIcon(&painter, QStringLiteral("route-table"), QRectF(0, 0, 14, 14),
                                     Qt::black);
                    painter.end();
                    // Below the boards of the signpost there is nothing but its pole.
                    const int row = int(8 + y + zoom * 14 * 19.5 / 24);
                    int darkest = 255;
                    for (int column = 0; column < image.width(); ++column)
                        darkest = std::min(darkest, qGray(image.pixel(column, row)));
                    QVERIFY2(
                        darkest < 170,
                        qPrintable(
                            QStringLiteral("zoom %1, at %2 %3: %4").arg(zoom).arg(x).arg(y).arg(darkest)));
                }
    }

    /// Where a tool bar is too narrow for its buttons, the sign for more is seen on any ground.
    void theSignForMoreIsSeenInEveryTheme() {
        const style::BaseStyle look;
        for (const auto choice : {style::ThemeChoice::Light, style::ThemeChoice::Dark}) {
            style::setTheme(choice);
            for (const auto which :
                 {QStyle::SP_ToolBarHorizontalExtensionButton, QStyle::SP_ToolBarVerticalExtensionButton}) {
                const QImage image = look.standardIcon(which, nullptr, nullptr).pixmap(16, 16).toImage();
                QColor strongest;
                for (int y = 0; y < image.height(); ++y)
                    for (int x = 0; x < image.width(); ++x)
                        if (const QColor color = image.pixelColor(x, y);
                            color.alpha() > strongest.alpha() || !strongest.isValid())
                            strongest = color;
                const int ink = style::theme().ink.lightness();
                QVERIFY2(strongest.alpha() > 150 && std::abs(strongest.lightness() - ink) < 40,
                         qPrintable(strongest.name(QColor::HexArgb)));
            }
        }
    }
};

QTEST_MAIN(TestIcons)
#include "test_icons.moc"
