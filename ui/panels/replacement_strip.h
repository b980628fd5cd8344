// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;

namespace sekisho {

namespace terraform {
struct Replacement;
}

/// Why terraform would replace it: "cidr_block 10.0.1.0/24 → 10.0.9.0/24".
QString replacementReasons(const terraform::Replacement& one);

/// What terraform would destroy and make again since the last save, each with its reason, and the button that
/// keeps what a `moved` block can keep. Takes no room while there is nothing to say.
class ReplacementStrip : public QFrame {
    Q_OBJECT
public:
    explicit ReplacementStrip(QWidget* parent = nullptr);
    ~ReplacementStrip() override;

    void show(const std::vector<terraform::Replacement>& list);

signals:
    void elementActivated(sekisho::ElementId element);
    /// Somebody wants the moves of the list.
    void keepRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void fit();

    std::vector<terraform::Replacement> m_list;
    QLabel* m_icon = nullptr;
    QLabel* m_title = nullptr;
    QPushButton* m_keep = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_rows = nullptr;
};

} // namespace sekisho
