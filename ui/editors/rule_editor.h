// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <QWidget>

#include <vector>

class QLabel;
class QTabWidget;
class QVBoxLayout;

namespace sekisho {

class Document;
class Facts;
class Selection;

namespace editors {

class TableSection;

/// The rules of a security group, of a network ACL, or the routes of a table, with what is to be known about
/// them. Narrow on a page of the inspector, wide in a pane of its own.
class RuleEditor : public QWidget {
    Q_OBJECT
public:
    enum class Shape {
        Narrow, ///< as high as it needs, with a button that asks for a wide one
        Wide,   ///< with the types, scrolling by itself
    };
    RuleEditor(Document& document, Facts& facts, Selection& selection, Shape shape,
               QWidget* parent = nullptr);

    /// Whether there is an editor for elements of this kind.
    static bool takes(Kind kind);
    /// A security group, network ACL or route table, or a part of one.
    void setElement(ElementId element);
    ElementId element() const { return m_element; }
    /// "ecs", for the title of a pane.
    QString title() const;

    const std::vector<TableSection*>& sections() const { return m_sections; }
    /// Begins a new rule, inbound.
    void addRule();

signals:
    /// More room is wanted for the rules of this element.
    void openWide(sekisho::ElementId element);
    void titleChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build(Kind kind);
    void retranslate();

    Document& m_document;
    Facts& m_facts;
    Selection& m_selection;
    Shape m_shape;
    ElementId m_element;
    bool m_built = false;
    std::vector<TableSection*> m_sections;
    QTabWidget* m_tabs = nullptr;
    QLabel* m_note = nullptr;
    QVBoxLayout* m_layout;
};

} // namespace editors
} // namespace sekisho
