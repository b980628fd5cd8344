// SPDX-License-Identifier: Apache-2.0
#include "ui/document/selection.h"

#include "core/model/delta.h"
#include "ui/document/document.h"

#include <algorithm>

namespace sekisho {

Selection::Selection(Document& document, QObject* parent) : QObject(parent), m_document(document) {
    connect(&document, &Document::replaced, this, [this] {
        setHovered({});
        clear();
    });
    connect(&document, &Document::changed, this, [this] {
        if (m_hovered && !ownerOf(m_document.network(), *m_hovered)) setHovered({});
        std::vector<ElementId> left;
        for (const ElementId element : m_elements)
            if (ownerOf(m_document.network(), element)) left.push_back(element);
        if (left.size() != m_elements.size()) set(std::move(left));
    });
}

bool Selection::contains(ElementId element) const {
    return std::find(m_elements.begin(), m_elements.end(), element) != m_elements.end();
}

std::optional<ElementId> Selection::single() const {
    if (m_elements.size() != 1) return {};
    return m_elements.front();
}

void Selection::set(std::vector<ElementId> elements) {
    if (elements == m_elements) return;
    m_elements = std::move(elements);
    emit changed();
}

void Selection::toggle(ElementId element) {
    const auto it = std::find(m_elements.begin(), m_elements.end(), element);
    if (it == m_elements.end())
        m_elements.push_back(element);
    else
        m_elements.erase(it);
    emit changed();
}

void Selection::setHovered(std::optional<ElementId> element, std::vector<ElementId> with) {
    if (element == m_hovered && with == m_hoveredWith) return;
    m_hovered = element;
    m_hoveredWith = std::move(with);
    emit hoverChanged();
}

bool Selection::isHovered(ElementId element) const {
    return m_hovered == element ||
           std::find(m_hoveredWith.begin(), m_hoveredWith.end(), element) != m_hoveredWith.end();
}

} // namespace sekisho
