// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/connection.h"
#include "ui/canvas/popover.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace sekisho {
class Document;
}

namespace sekisho::canvas {

/// Asks which ports a new connection allows, between which groups.
class ConnectPopover : public Popover {
    Q_OBJECT
public:
    ConnectPopover(Document& document, Connection connection, QWidget* parent);

protected:
    bool apply() override;
    QWidget* firstField() override;

private:
    QWidget* endField(const RuleEnd& end, QComboBox*& choice, const QString& accessibleName);
    GroupChoice chosen(const QComboBox* choice, const RuleEnd& end) const;
    void update();

    Document& m_document;
    Connection m_connection;
    QComboBox* m_from = nullptr; ///< only where there is a choice
    QComboBox* m_to = nullptr;
    QComboBox* m_ports = nullptr;
    QCheckBox* m_egress = nullptr;
    QLabel* m_error = nullptr;
};

} // namespace sekisho::canvas
