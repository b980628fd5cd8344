// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sekisho {

/// What an empty canvas offers: three ways to begin, and the files that were open last.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    /// Paths, the latest first; some of them are shown.
    void setRecentFiles(const QStringList& paths);

signals:
    void handsOnRequested();
    void emptyVpcRequested();
    void openRequested();
    void recentRequested(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();

    QLabel* m_title = nullptr;
    QPushButton* m_handsOn = nullptr;
    QPushButton* m_emptyVpc = nullptr;
    QPushButton* m_open = nullptr;
    QLabel* m_recentTitle = nullptr;
    QVBoxLayout* m_recent = nullptr;
};

} // namespace sekisho
