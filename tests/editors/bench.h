// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/edits.h"
#include "core/model/templates.h"
#include "resources/resources.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/editors/rule_editor.h"
#include "ui/editors/rule_table.h"
#include "ui/editors/table_model.h"
#include "ui/editors/table_section.h"

#include <QString>
#include <QtTest>

#include <cstdlib>

namespace sekisho::test {

inline const cost::PriceBook& prices() {
    static const auto book = cost::PriceBook::parse(resources::priceBookJson());
    if (!book) std::abort();
    return *book;
}

/// A document with all that editors need.
struct Bench {
    Document document;
    Facts facts{document, prices()};
    Selection selection{document};

    explicit Bench(const char* name = "hands-on") { document.start(*makeTemplate(name), QString()); }

    const Network& network() const { return document.network(); }
    const SecurityGroup& group(std::uint32_t number) const { return *network().get(SecurityGroupId{number}); }
    const NetworkAcl& acl(std::uint32_t number) const { return *network().get(NetworkAclId{number}); }
    const RouteTable& table(std::uint32_t number) const { return *network().get(RouteTableId{number}); }
    void edit(const Result<Delta>& delta) {
        if (!document.edit(QStringLiteral("test"), delta)) std::abort();
    }
    void undo() { document.undoStack()->undo(); }
    void redo() { document.undoStack()->redo(); }
};

/// A rule editor in a window, with the keyboard.
struct EditorWindow {
    Bench bench;
    QWidget window;
    editors::RuleEditor editor;

    explicit EditorWindow(ElementId element,
                          editors::RuleEditor::Shape shape = editors::RuleEditor::Shape::Narrow)
        : editor(bench.document, bench.facts, bench.selection, shape, &window) {
        editor.setElement(element);
        window.resize(360, 640);
        editor.setGeometry(0, 0, 339, 620);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
    }
    editors::RuleTable& table(std::size_t section = 0) { return editor.sections()[section]->table(); }
    editors::TableModel& model(std::size_t section = 0) { return editor.sections()[section]->model(); }
};

/// What a model shows, row by row.
inline QStringList shown(const QAbstractItemModel& model) {
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            const QVariant check = index.data(Qt::CheckStateRole);
            cells << (check.isValid() ? QString::number(check.toInt()) : index.data().toString());
        }
        rows << cells.join(QLatin1Char('|'));
    }
    return rows;
}

} // namespace sekisho::test
