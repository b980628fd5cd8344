// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace sekisho {

class Deployment;
class Selection;

/// What the state of the exported folder holds: the outputs, and every resource with its id. A click selects
/// what it is in the design.
class DeployedPage : public QWidget {
    Q_OBJECT
public:
    DeployedPage(Selection& selection, Deployment& deployment, QWidget* parent = nullptr);

    void setCanRead(bool can);
    /// The state was asked for and could not be read, and what terraform says of it.
    void setFailed(bool failed, const QByteArray& reason = {});
    /// What keeps the state: "s3"; empty: a file in the folder.
    void setBackend(const QString& backend);

signals:
    void readRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showState();
    void fitColumns();
    void copy() const;
    void retranslate();

    Selection& m_selection;
    Deployment& m_deployment;
    bool m_failed = false;
    QString m_reason;
    QString m_backend;
    QLabel* m_summary = nullptr;
    QPushButton* m_read = nullptr;
    QPushButton* m_copy = nullptr;
    QTreeWidget* m_tree = nullptr;
};

} // namespace sekisho
