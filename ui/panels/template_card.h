// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/starts.h"

#include <QAbstractButton>

namespace sekisho {

/// A template to choose, with a small picture of what it holds.
class TemplateCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit TemplateCard(Start start, QWidget* parent = nullptr);

    Start start() const { return m_start; }
    QSize sizeHint() const override { return {190, heightForWidth(190)}; }
    QSize minimumSizeHint() const override { return {150, heightForWidth(190)}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override; ///< the whole description is seen

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Start m_start;
};

/// Paints what the template holds into `rect`: zones, subnets, tiles.
void paintStart(QPainter* painter, Start start, const QRectF& rect);

} // namespace sekisho
