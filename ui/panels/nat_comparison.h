// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace sekisho {

struct Design;
namespace cost {
class PriceBook;
}

/// The workloads that have a way out for some need only while NAT is on.
struct NatUsers {
    QStringList ids;
    QStringList names;   ///< HTML: "ECS service ecs"; of many the first and how many more
    QStringList lines;   ///< HTML: "ECS service ecs: CloudWatch Logs"; of many the first and how many more
    QStringList keepers; ///< HTML: names of those that keep every way out without NAT
};
NatUsers natUsersOf(const Design& design);

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
