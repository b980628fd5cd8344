// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostic.h"

#include <QScrollArea>

class QLabel;

namespace sekisho {

struct Network;

/// Why there is no Terraform text: the errors, each with a link to its culprit.
class TerraformRefusal : public QScrollArea {
    Q_OBJECT
public:
    explicit TerraformRefusal(QWidget* parent = nullptr);

    void show(const Diagnostics& diagnostics, const Network& network);
    QString text() const;

signals:
    void elementActivated(sekisho::ElementId element);

private:
    QLabel* m_label = nullptr;
};

} // namespace sekisho
