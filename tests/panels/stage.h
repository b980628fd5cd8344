// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cost/price_book.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "resources/resources.h"
#include "ui/actions/commands.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/panels/nat_switch.h"
#include "ui/style/theme.h"

#include <QMainWindow>
#include <QTest>

/// What the panels of one window stand on, with the hands-on design open.
struct Stage {
    static const sekisho::cost::PriceBook& prices() {
        static const auto book =
            sekisho::cost::PriceBook::parse(*sekisho::resources::find("price_book.json")).value();
        return book;
    }

    QMainWindow window;
    sekisho::Commands commands{&window};
    sekisho::Document document;
    sekisho::Facts facts{document, prices()};
    sekisho::Selection selection{document};

    explicit Stage(const std::map<std::string, std::string>& settings = {}) {
        using namespace sekisho;
        style::setTheme(style::ThemeChoice::Light);
        commands.handle(Command::NatToggle,
                        [this] { setNat(document, !document.design().settings.natEnabled); });
        Design design = makeTemplate("hands-on", settings).value();
        design.settings.natEnabled = true;
        document.start(std::move(design), QStringLiteral("handson-dev"));
    }

    const sekisho::Design& design() const { return document.design(); }
    /// Makes the edit one step of undo; the test fails if it cannot be made.
    void edit(const sekisho::Result<sekisho::Delta>& delta) {
        QVERIFY(delta.has_value());
        QVERIFY(document.edit(QStringLiteral("test"), delta));
    }
    template<class N, class F>
    void change(std::uint32_t number, F how) {
        N node = *document.network().get(decltype(N::id){number});
        how(node);
        edit(sekisho::edits::replaceNode(document.design(), sekisho::Node(std::move(node))));
    }
    /// Shows a widget as the window would.
    static void show(QWidget& widget) {
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
    }
};
