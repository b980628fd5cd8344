// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <QObject>

#include <optional>
#include <vector>

namespace sekisho {

class Document;

/// What is selected and what the mouse is over, in all views of one window. Elements are nodes or parts (a
/// rule selected in a table is the rule that lights up on the canvas). What the design no longer has falls
/// out.
class Selection : public QObject {
    Q_OBJECT
public:
    explicit Selection(Document& document, QObject* parent = nullptr);

    const std::vector<ElementId>& elements() const { return m_elements; } ///< in the order of selecting
    bool contains(ElementId element) const;
    bool empty() const { return m_elements.empty(); }
    /// The one selected element; nothing if there are none or several.
    std::optional<ElementId> single() const;

    void set(std::vector<ElementId> elements);
    void toggle(ElementId element);
    void clear() { set({}); }

    /// What the mouse or the keyboard is at, anywhere: to light up what belongs to it elsewhere.
    std::optional<ElementId> hovered() const { return m_hovered; }
    /// `with`: what is hovered with it, as all the rules that one line of the drawing stands for.
    void setHovered(std::optional<ElementId> element, std::vector<ElementId> with = {});
    bool isHovered(ElementId element) const;

    /// Asks the canvas to bring an element into view and to flash it (search, a click in a list of problems).
    void reveal(ElementId element) { emit revealRequested(element); }

signals:
    void changed();
    void hoverChanged();
    void revealRequested(sekisho::ElementId element);

private:
    Document& m_document;
    std::vector<ElementId> m_elements;
    std::optional<ElementId> m_hovered;
    std::vector<ElementId> m_hoveredWith;
};

} // namespace sekisho
