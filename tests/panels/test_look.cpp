// SPDX-License-Identifier: Apache-2.0
#include "tests/panels/stage.h"
#include "ui/panels/cost_panel.h"
#include "ui/panels/export_dialog.h"
#include "ui/panels/find_bar.h"
#include "ui/panels/keys_dialog.h"
#include "ui/panels/new_dialog.h"
#include "ui/panels/problems_model.h"
#include "ui/panels/problems_panel.h"
#include "ui/panels/start_page.h"
#include "ui/panels/terraform_panel.h"
#include "ui/style/style.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>

using namespace sekisho;

namespace {

/// Every panel and dialog, shown.
struct All : Stage {
    CostPanel cost{document, facts, selection, commands};
    NatSwitch nat{document, facts, commands};
    TerraformPanel terraform{document, facts, selection};
    ProblemsPanel problems{document, facts, selection};
    ExportDialog exporting{document, facts, {}};
    NewDialog creating{prices()};
    StartPage start;
    KeysDialog keys{commands};

    All() {
        edit(edits::addElasticIp(document.design(), "spare"));
        for (QWidget* widget : everything()) {
            show(*widget);
            QTest::qWait(0);
        }
    }
    std::vector<QWidget*> everything() {
        return {&cost, &nat, &terraform, &problems, &exporting, &creating, &start, &keys};
    }
};

} // namespace

class LookTest : public QObject {
    Q_OBJECT

private slots:
    void cleanup() {
        style::setTheme(style::ThemeChoice::Light);
        style::setLanguage(style::LanguageChoice::English);
    }

    void followsTheTheme() {
        All all;
        for (const auto choice : {style::ThemeChoice::Dark, style::ThemeChoice::HighContrast}) {
            style::setTheme(choice);
            QCoreApplication::processEvents();
            for (QWidget* widget : all.everything()) {
                const QImage image = widget->grab().toImage();
                // Something of the page, away from the border, is in the colours of the theme.
                const QColor ground = image.pixelColor(image.width() - 4, image.height() / 2);
                QVERIFY2(ground.lightness() < 80, qPrintable(widget->objectName()));
            }
        }
    }

    void followsTheLanguage() {
        All all;
        const QModelIndex first = all.problems.model()->index(0);
        QVERIFY(first.data().toString().contains("Elastic IP"));
        const QString english = first.data().toString();
        style::setLanguage(style::LanguageChoice::Japanese);
        QCoreApplication::processEvents();
        QVERIFY(first.data().toString() != english);
        style::setLanguage(style::LanguageChoice::English);
        QCoreApplication::processEvents();
        QCOMPARE(first.data().toString(), english);
        // What was chosen stays chosen.
        auto* region = all.cost.findChild<QComboBox*>("cost-region");
        QCOMPARE(region->currentData().toString(), QString("ap-northeast-1"));
    }

    void everyControlHasAName() {
        All all;
        for (QWidget* root : all.everything())
            for (const QWidget* widget : root->findChildren<QWidget*>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus) continue;
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                const bool isField = qobject_cast<const QLineEdit*>(widget) ||
                                     qobject_cast<const QComboBox*>(widget) ||
                                     qobject_cast<const QTabBar*>(widget);
                if (button)
                    QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                             qPrintable(root->objectName() + '/' + widget->objectName()));
                if (isField)
                    QVERIFY2(!widget->accessibleName().isEmpty(),
                             qPrintable(root->objectName() + '/' + widget->objectName()));
            }
    }
};

QTEST_MAIN(LookTest)
#include "test_look.moc"
