// SPDX-License-Identifier: Apache-2.0
#include "ui/document/terraform_results.h"

#include "core/terraform/lookup.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace sekisho {

namespace {

std::optional<PlannedAction> actionOf(const QJsonArray& actions) {
    const auto has = [&](const char* word) { return actions.contains(QJsonValue(QLatin1String(word))); };
    if (has("create") && has("delete")) return PlannedAction::Replace;
    if (has("create")) return PlannedAction::Create;
    if (has("delete")) return PlannedAction::Delete;
    if (has("update")) return PlannedAction::Update;
    return {}; // no-op, read
}

class Elements {
public:
    explicit Elements(const Design& design) : m_byAddress(terraform::elementsByAddress(design)) {}

    std::optional<ElementId> find(const QString& address) const {
        const auto it = m_byAddress.find(address.toStdString());
        return it == m_byAddress.end() ? std::nullopt : std::optional(it->second);
    }

private:
    std::map<std::string, ElementId> m_byAddress;
};

void collect(const QJsonObject& module, const Elements& elements, int depth,
             std::vector<StateResource>& found) {
    constexpr int deepest = 20; // modules in modules; from outside
    const QJsonArray resources = module[QLatin1String("resources")].toArray();
    for (const QJsonValue& value : resources) {
        const QJsonObject resource = value.toObject();
        const QString address = resource[QLatin1String("address")].toString();
        if (address.isEmpty() || resource[QLatin1String("mode")].toString() != QLatin1String("managed"))
            continue;
        found.push_back({address, elements.find(address), resource[QLatin1String("values")].toObject()});
    }
    if (depth == deepest) return;
    const QJsonArray children = module[QLatin1String("child_modules")].toArray();
    for (const QJsonValue& child : children)
        collect(child.toObject(), elements, depth + 1, found);
}

} // namespace

PlanCounts countsOf(const std::vector<PlannedChange>& changes) {
    PlanCounts counts;
    for (const PlannedChange& change : changes) {
        switch (change.action) {
        case PlannedAction::Create: ++counts.create; break;
        case PlannedAction::Update: ++counts.update; break;
        case PlannedAction::Replace: ++counts.replace; break;
        case PlannedAction::Delete: ++counts.destroy; break;
        }
    }
    return counts;
}

QString StateResource::text(const char* attribute) const {
    return values[QLatin1String(attribute)].toString();
}

std::vector<PlannedChange> readPlan(const QByteArray& json, const Design& design) {
    const Elements elements(design);
    std::vector<PlannedChange> changes;
    const QJsonArray all =
        QJsonDocument::fromJson(json).object()[QLatin1String("resource_changes")].toArray();
    for (const QJsonValue& value : all) {
        const QJsonObject resource = value.toObject();
        const auto action =
            actionOf(resource[QLatin1String("change")].toObject()[QLatin1String("actions")].toArray());
        if (!action) continue;
        PlannedChange change{resource[QLatin1String("address")].toString(), *action, {}};
        change.element = elements.find(change.address);
        // What was renamed is known by the address it comes from.
        if (!change.element)
            change.element = elements.find(resource[QLatin1String("previous_address")].toString());
        changes.push_back(std::move(change));
    }
    return changes;
}

std::vector<TerraformOutput> readOutputs(const QByteArray& json) {
    std::vector<TerraformOutput> outputs;
    const QJsonObject all = QJsonDocument::fromJson(json).object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject object = it->toObject();
        const QJsonValue value = object[QLatin1String("value")];
        TerraformOutput output{it.key(), value.toString(), {}};
        if (object[QLatin1String("sensitive")].toBool()) {
            output.value = QCoreApplication::translate("sekisho::TerraformOutput", "(sensitive)");
        } else if (value.isArray()) {
            const QJsonArray array = value.toArray();
            output.value = QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
            for (const QJsonValue& each : array)
                output.listed << each.toString();
        } else if (value.isObject()) {
            output.value = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
        } else if (value.isNull()) {
            output.value = QStringLiteral("null");
        } else if (!value.isString()) {
            output.value = value.toVariant().toString();
        }
        outputs.push_back(std::move(output));
    }
    return outputs;
}

std::vector<StateResource> readState(const QByteArray& json, const Design& design) {
    std::vector<StateResource> found;
    const QJsonObject values = QJsonDocument::fromJson(json).object()[QLatin1String("values")].toObject();
    collect(values[QLatin1String("root_module")].toObject(), Elements(design), 0, found);
    return found;
}

} // namespace sekisho
