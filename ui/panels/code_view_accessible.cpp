// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/code_view_accessible.h"

#include "ui/panels/code_view.h"

#include <QAccessibleWidget>

namespace sekisho {

namespace {

/// The text for screen readers: read-only, by characters of the whole text.
class AccessibleCode : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit AccessibleCode(CodeView* view) : QAccessibleWidget(view, QAccessible::EditableText) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TextInterface) return static_cast<QAccessibleTextInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Value ? all() : QAccessibleWidget::text(kind);
    }
    QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    int characterCount() const override { return int(all().size()); }
    QString text(int start, int end) const override { return all().mid(start, end - start); }
    int cursorPosition() const override { return view()->cursorOffset(); }
    void setCursorPosition(int position) override { view()->setCursorOffset(position); }
    int selectionCount() const override { return view()->hasSelection() ? 1 : 0; }
    void selection(int index, int* start, int* end) const override {
        *start = *end = 0;
        if (index == 0 && view()->hasSelection()) view()->selectionOffsets(*start, *end);
    }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    QRect characterRect(int) const override { return {}; }
    int offsetAtPoint(const QPoint&) const override { return -1; }
    void scrollToSubstring(int start, int) override { view()->setCursorOffset(start); }
    QString attributes(int, int* start, int* end) const override {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    CodeView* view() const { return static_cast<CodeView*>(widget()); }
    QString all() const { return QString::fromUtf8(view()->text().data(), qsizetype(view()->text().size())); }
};

QAccessibleInterface* make(const QString&, QObject* object) {
    if (auto* view = qobject_cast<CodeView*>(object)) return new AccessibleCode(view);
    return nullptr;
}

} // namespace

void installCodeViewAccessible() {
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace sekisho
