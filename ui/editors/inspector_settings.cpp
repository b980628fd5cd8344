// SPDX-License-Identifier: Apache-2.0
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/region_name.h"
#include "ui/editors/cell_delegate.h"
#include "ui/editors/inspector_words.h"
#include "ui/editors/part_models.h"
#include "ui/editors/table_section.h"
#include "ui/editors/traffic_words.h"

#include <QCheckBox>
#include <QLabel>

/// The inspector of the project itself.
namespace sekisho::editors {

namespace {

template<class F>
Result<Delta> changedSettings(const Design& design, F&& change) {
    Settings settings = design.settings;
    change(settings);
    return edits::setSettings(design, std::move(settings));
}

} // namespace

Inspector* makeSettingsInspector(const Context& context, QWidget* parent) {
    auto* made = new Inspector(context, parent);
    Inspector& page = *made;
    auto* title = new QLabel(Inspector::tr("Project"), made);
    title->setProperty("role", "title");
    title->setContentsMargins(CellDelegate::sideMargin, 2, CellDelegate::sideMargin, 0);
    page.addWidget(title);
    auto* hint = new QLabel(Inspector::tr("Select something to see its settings."), made);
    hint->setProperty("role", "second");
    hint->setContentsMargins(CellDelegate::sideMargin, 0, CellDelegate::sideMargin, 4);
    hint->setWordWrap(true);
    page.addWidget(hint);

    page.section();
    page.pick(Inspector::tr("Region"),
              Inspector::tr("The Region of AWS: where everything stands, and whose prices count."), "region",
              [&page] {
                  std::vector<Pick> picks;
                  const std::string& current = page.design().settings.region;
                  bool isKnown = false;
                  const auto offer = [&](const std::string& code, const QString& name) {
                      picks.push_back({{QString::fromStdString(code), name, {}, false},
                                       code == current,
                                       [code](const Design& design) {
                                           return changedSettings(design,
                                                                  [&](Settings& s) { s.region = code; });
                                       }});
                  };
                  for (const cost::RegionPrices& region : page.context().facts.prices().regions()) {
                      offer(region.code, regionName(region));
                      isKnown = isKnown || region.code == current;
                  }
                  if (!isKnown) offer(current, Inspector::tr("Prices unknown"));
                  return picks;
              });
    page.info({}, {}, [&page] {
        const auto* region = page.context().facts.prices().region(page.design().settings.region);
        return region ? regionName(*region) : QString();
    });
    const auto name = [&page](const QString& label, const QString& tip, const char* field,
                              std::string Settings::*member) {
        page.textOf(
            label, tip, field,
            [&page, member] { return QString::fromStdString(page.design().settings.*member); },
            [](const QString& typed) {
                return plain(typed).isEmpty()
                           ? Verdict{Inspector::tr("Names and tags are made with it: it cannot be empty."),
                                     {}}
                           : Verdict{};
            },
            [&page, member](const QString& typed) {
                return changedSettings(page.design(),
                                       [&](Settings& s) { s.*member = plain(typed).toStdString(); });
            });
    };
    name(Inspector::tr("Project"), Inspector::tr("Stands for {project} in names and tags (project_name)."),
         "project_name", &Settings::projectName);
    name(Inspector::tr("Environment"),
         Inspector::tr("Stands for {environment} in names and tags: dev, stg, prod."), "environment",
         &Settings::environment);
    page.checkOf(
        Inspector::tr("NAT gateways on"),
        Inspector::tr(
            "The NAT switch (enable_nat_gateway): off, the NAT gateways stay drawn and cost nothing."),
        "nat_enabled", [&page] { return page.design().settings.natEnabled; },
        [&page](bool on) { return edits::setNatEnabled(page.design(), on); });
    page.pick(
        Inspector::tr("Group rules"),
        Inspector::tr("How Terraform writes the rules of security groups. One style for all: mixed, they "
                      "undo each other."),
        "rule_style", [&page] {
            std::vector<Pick> picks;
            const std::tuple<RuleStyle, QString, QString> styles[] = {
                {RuleStyle::Inline, Inspector::tr("In the group"), Inspector::tr("ingress, egress")},
                {RuleStyle::Separate, Inspector::tr("A resource each"), Inspector::tr("..._ingress_rule")}};
            for (const auto& [style, text, hintText] : styles)
                picks.push_back({{text, hintText, {}, false},
                                 page.design().settings.ruleStyle == style,
                                 [style = style](const Design& design) {
                                     return changedSettings(design,
                                                            [&](Settings& s) { s.ruleStyle = style; });
                                 }});
            return picks;
        });
    page.addTable(new TagsModel(context.document, context.facts, TagsModel::Of::Settings),
                  Inspector::tr("Tags of all resources"));
    return made;
}

} // namespace sekisho::editors
