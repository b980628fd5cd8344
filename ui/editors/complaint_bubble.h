// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editors/cell.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace sekisho::editors {

/// Says beside a cell why what is typed cannot be, and offers what can. It never takes the keyboard.
class ComplaintBubble : public QFrame {
    Q_OBJECT
public:
    /// Shown in the window of `editor`, below it (above what has a list below it); goes with it.
    explicit ComplaintBubble(QWidget* editor);

    /// The one of an editor; null if it has none.
    static ComplaintBubble* of(QWidget* editor);

    void say(const Verdict& verdict); ///< hides when there is nothing to say
    QString text() const;
    QString offer() const { return m_offer; }

signals:
    void offerTaken(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    bool isScrolledAway() const;

    QWidget* m_editor;
    QLabel* m_label;
    QPushButton* m_button;
    QString m_offer;
    bool m_isSaid = false;
};

} // namespace sekisho::editors
