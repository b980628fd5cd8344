// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"

#include <QAbstractItemModel>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace sekisho {

class Document;
struct ChangeSet;

/// Everything in the design as a tree: VPC, zones, subnets, what is in them; groups, ACLs and tables in
/// folders. It follows the document row by row.
class OutlineModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        ElementRole = Qt::UserRole, ///< toString() of the node's id; empty for folders
        CountRole,                  ///< what stands at the right: "3 rules", "off"
        BadgeRole,                  ///< whether the icon is a security group's badge
        GhostRole,                  ///< whether it is switched off
    };
    enum class Folder { None, SecurityGroups, NetworkAcls, RouteTables, Endpoints, ElasticIps, PrefixLists };

    explicit OutlineModel(Document& document, QObject* parent = nullptr);
    ~OutlineModel() override;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// The node of a row; nothing for folders.
    std::optional<ElementId> elementAt(const QModelIndex& index) const;
    std::optional<Placement> placementAt(const QModelIndex& index) const;
    Folder folderAt(const QModelIndex& index) const;
    /// Every row of a node: a workload in two subnets has two.
    std::vector<QModelIndex> rowsOf(ElementId element) const;

private:
    /// What a row stands for; the same thing has the same key for ever.
    struct Key {
        Folder folder = Folder::None;
        ElementId node; ///< of a folder: its VPC, or nothing
        std::optional<SubnetId> in;

        friend auto operator<=>(const Key&, const Key&) = default;
    };
    struct Item {
        Key key;
        Item* parent = nullptr;
        std::vector<std::unique_ptr<Item>> children;
    };
    using Tree = std::map<Key, std::vector<Key>>; ///< children by parent; the root is Key{}

    Tree wanted() const;
    void sync(Item& item, const Tree& tree);
    void follow(const ChangeSet& changes);
    void forget(Item& item);
    QModelIndex indexOf(const Item& item) const;
    Item& itemAt(const QModelIndex& index) const;
    QString rightText(const Item& item) const;
    QString nameOf(const Item& item) const;
    void refresh(const QModelIndex& parent);

    Document& m_document;
    std::unique_ptr<Item> m_root;
    std::multimap<ElementId, Item*> m_byNode;
};

} // namespace sekisho
