// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/removal.h"

#include <QFrame>

#include <functional>
#include <string>
#include <vector>

class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace sekisho::canvas {

/// A small panel on the canvas that asks for one thing. Not modal: Esc, a click elsewhere and losing the
/// keyboard close it as if it had never been; Enter applies it.
class Popover : public QFrame {
    Q_OBJECT
public:
    explicit Popover(const QString& title, QWidget* parent);
    ~Popover() override;

    /// Lays it beside a point of its parent, wholly visible, and takes the keyboard.
    void openAt(QPoint point);

signals:
    void applied();
    void closed();

protected:
    QVBoxLayout* body() const { return m_body; }
    /// What Enter does; true: it is done and the popover closes.
    virtual bool apply() = 0;
    void applyAndClose();
    /// What gets the keyboard at first.
    virtual QWidget* firstField() = 0;
    /// A line of buttons: Cancel and the one that applies.
    void addButtons(const QString& apply, const QString& iconName = {});
    void close();

    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QVBoxLayout* m_body = nullptr;
    bool m_open = false;
};

/// Asks whether something is to go, naming what goes along.
class RemovalPopover : public Popover {
    Q_OBJECT
public:
    RemovalPopover(const QString& title, const QString& consequences, Removing how,
                   std::function<void()> remove, QWidget* parent);

protected:
    bool apply() override;
    QWidget* firstField() override;

private:
    std::function<void()> m_remove;
};

/// Asks which AWS service an endpoint is for.
class ServicePopover : public Popover {
    Q_OBJECT
public:
    ServicePopover(const QString& title, const std::vector<std::string>& services,
                   std::function<void(const std::string&)> choose, QWidget* parent);

protected:
    bool apply() override;
    QWidget* firstField() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);

    std::vector<std::string> m_services;
    std::function<void(const std::string&)> m_choose;
    QLineEdit* m_search = nullptr;
    QListWidget* m_list = nullptr;
};

} // namespace sekisho::canvas
