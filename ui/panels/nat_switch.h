// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;

namespace sekisho {

class Commands;
class Document;
class Facts;
class ToggleSwitch;
struct Network;

/// Whether there is anything to switch: a NAT gateway that exists only while NAT is on.
bool anyOnNatSwitch(const Network& network);

/// Switches the NAT gateways of the design, as one step of undo.
bool setNat(Document& document, bool on);

/// The NAT switch of the toolbar: its position and what it costs, or saves, an hour. Triggers
/// Command::NatToggle, and keeps that command's check mark right.
class NatSwitch : public QFrame {
    Q_OBJECT
public:
    NatSwitch(Document& document, Facts& facts, Commands& commands, QWidget* parent = nullptr);

    /// Where there is little room the cost stands in the tool tip alone.
    void setCompact(bool compact);

signals:
    /// It needs more or less room than before, or would if it were not compact.
    void widthChanged();

protected:
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    Document& m_document;
    Facts& m_facts;
    Commands& m_commands;
    QLabel* m_icon = nullptr;
    QLabel* m_name = nullptr;
    ToggleSwitch* m_switch = nullptr;
    QLabel* m_position = nullptr;
    QLabel* m_cost = nullptr;
    bool m_pressed = false;
    bool m_compact = false;
};

} // namespace sekisho
