// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace sekisho {

struct Design;
namespace cost {
class PriceBook;
}

/// NAT on beside NAT off: what it costs, where the difference comes from, and who loses the way out.
class NatComparison : public QWidget {
    Q_OBJECT
public:
    explicit NatComparison(QWidget* parent = nullptr);

    void show(const Design& design, const cost::PriceBook& prices);

signals:
    /// The workloads in the box were clicked.
    void workloadsActivated(const QStringList& ids);

private:
    QGridLayout* m_totals = nullptr;
    QGridLayout* m_origins = nullptr;
    QLabel* m_warning = nullptr;
    QStringList m_losers;
};

} // namespace sekisho
