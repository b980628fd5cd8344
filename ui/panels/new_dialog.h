// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/starts.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sekisho {

class TemplateCard;

/// Asks what a new design shall begin with. After accepted(), design() is there to be taken.
class NewDialog : public QDialog {
    Q_OBJECT
public:
    explicit NewDialog(const cost::PriceBook& prices, QWidget* parent = nullptr);

    void setStart(Start start);
    Start start() const;
    StartSettings settings() const;
    /// What was asked for, or why it cannot be.
    Result<Design> design() const;
    /// A name for the document until it is saved: "shop-dev".
    QString designName() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void check();

    const cost::PriceBook& m_prices;
    TemplateCard* m_cards[startCount]{};
    QLabel* m_regionName = nullptr;
    QComboBox* m_region = nullptr;
    QLabel* m_projectName = nullptr;
    QLineEdit* m_project = nullptr;
    QLabel* m_environmentName = nullptr;
    QLineEdit* m_environment = nullptr;
    QLabel* m_error = nullptr;
    QPushButton* m_create = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace sekisho
