// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/inspector.h"

#include "ui/document/deployment.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/editors/cell_delegate.h"
#include "ui/editors/part_models.h"
#include "ui/editors/rule_editor.h"
#include "ui/editors/rule_table.h"
#include "ui/editors/sentences.h"
#include "ui/editors/table_section.h"
#include "ui/editors/text_input.h"
#include "ui/style/group_badge.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace sekisho::editors {

namespace {

/// The mark beside the title: a group's badge, or the icon of the node; dashed for what is switched off.
class NodeMark : public QWidget {
public:
    explicit NodeMark(Inspector& page) : QWidget(&page), m_page(page) { setFixedSize(30, 30); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Design& design = m_page.design();
        const Node* node = design.network.find(m_page.element());
        if (!node) return;
        const style::Theme& theme = style::theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF all(0.75, 0.75, 28.5, 28.5);
        if (const auto* group = std::get_if<SecurityGroup>(node))
            return style::paintBadge(&painter, style::groupMark(design, group->id), all.center(), 13, theme);
        const bool isOff = !design.settings.natEnabled &&
                           std::visit(Overloaded{[](const NatGateway& n) { return n.onNatToggle; },
                                                 [](const ElasticIp& n) { return n.onNatToggle; },
                                                 [](const auto&) { return false; }},
                                      *node);
        QPen pen(isOff ? theme.ink3 : theme.tileLine, 1.25);
        if (isOff) pen.setDashPattern({2.4, 2.8});
        painter.setPen(pen);
        painter.setBrush(isOff ? QBrush(Qt::NoBrush) : QBrush(theme.tile));
        painter.drawRoundedRect(all, 6, 6);
        painter.setOpacity(isOff ? 0.55 : 1);
        style::paintIcon(&painter, style::iconName(*node), all.adjusted(5, 5, -5, -5), theme.ink);
    }

private:
    Inspector& m_page;
};

} // namespace

Inspector::Inspector(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_layout(new QVBoxLayout(this)) {
    setProperty("role", "page");
    m_layout->setContentsMargins(0, 10, 0, 12);
    m_layout->setSpacing(8);
    m_layout->addStretch();
    connect(&context.document, &Document::replaced, this, [this] { m_refused.clear(); });
}

const Design& Inspector::design() const {
    return m_context.document.design();
}

void Inspector::setElement(ElementId element) {
    const bool isOther = element != m_element;
    // What was typed for one node is not meant for another; what was refused waits for its node.
    if (isOther)
        for (TextField* field : findChildren<TextField*>()) {
            if (const QString text = field->refused(); !text.isEmpty() && !field->objectName().isEmpty())
                m_refused[{m_element, field->objectName()}] = text;
            field->setModified(false);
        }
    m_element = element;
    for (const auto& owner : m_owners)
        owner();
    refresh();
    orderTabs();
    if (isOther && !m_refused.empty())
        for (TextField* field : findChildren<TextField*>()) {
            const auto it = m_refused.find({element, field->objectName()});
            if (it == m_refused.end()) continue;
            field->resume(it->second);
            m_refused.erase(it);
        }
}

namespace {

/// What takes the keyboard, in the order in which it is laid out.
void collectFocusable(QLayout* layout, std::vector<QWidget*>& found) {
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem* item = layout->itemAt(i);
        if (QLayout* inner = item->layout()) {
            collectFocusable(inner, found);
        } else if (QWidget* widget = item->widget()) {
            if (widget->layout())
                collectFocusable(widget->layout(), found);
            else if (QWidget* target = widget->focusProxy() ? widget->focusProxy() : widget;
                     target->focusPolicy() & Qt::TabFocus)
                found.push_back(target);
        }
    }
}

} // namespace

void Inspector::orderTabs() {
    // Tables and lists are made later than what stands below them: Tab goes by what is seen.
    std::vector<QWidget*> all;
    collectFocusable(m_layout, all);
    for (std::size_t i = 1; i < all.size(); ++i)
        setTabOrder(all[i - 1], all[i]);
}

void Inspector::refresh() {
    for (const auto& read : m_readers)
        read();
    refreshProblems();
}

void Inspector::refreshProblems() {
    for (const FieldPlace& place : m_fields) {
        QStringList texts;
        bool isError = false;
        for (const Diagnostic& problem : m_context.facts.problems()) {
            if (problem.severity == Severity::Info) continue;
            const bool isOurs = m_element == ElementId{}
                                    ? problem.subjects.empty()
                                    : !problem.subjects.empty() && problem.subjects.front() == m_element;
            if (!isOurs) continue;
            const bool isHere = std::any_of(problem.args.begin(), problem.args.end(), [&](const auto& arg) {
                return arg.name == "field" && arg.value == place.field;
            });
            if (!isHere) continue;
            texts << sentence(problem, &design().network);
            isError = isError || problem.severity == Severity::Error;
        }
        place.form->setProblem(place.widget, texts.join(QLatin1Char('\n')), isError);
    }
}

Form& Inspector::section(const QString& title) {
    if (!title.isEmpty()) {
        auto* heading = new QLabel(title, this);
        heading->setProperty("role", "heading");
        heading->setContentsMargins(CellDelegate::sideMargin, 6, CellDelegate::sideMargin, 0);
        addWidget(heading);
    }
    m_form = new Form(this);
    addWidget(m_form);
    return *m_form;
}

void Inspector::addWidget(QWidget* widget, bool withMargins) {
    if (withMargins) {
        auto* box = new QWidget(this);
        auto* layout = new QHBoxLayout(box);
        layout->setContentsMargins(CellDelegate::sideMargin, 0, CellDelegate::sideMargin, 0);
        layout->addWidget(widget);
        m_layout->insertWidget(m_layout->count() - 1, box);
        return;
    }
    m_layout->insertWidget(m_layout->count() - 1, widget);
}

TableSection* Inspector::addTable(TableModel* model, const QString& title) {
    auto* table = new TableSection(model, m_context.selection, true, this);
    table->setTitle(title);
    addWidget(table);
    m_owners.push_back([this, model] { model->setOwner(m_element); });
    return table;
}

RuleEditor* Inspector::addRules() {
    auto* rules = new RuleEditor(m_context.document, m_context.facts, m_context.selection,
                                 RuleEditor::Shape::Narrow, this);
    addWidget(rules);
    m_owners.push_back([this, rules] { rules->setElement(m_element); });
    connect(rules, &RuleEditor::openWide, this, &Inspector::openWide);
    return rules;
}

void Inspector::addNote(std::function<QString()> read) {
    auto* note = new QLabel(this);
    note->setProperty("role", "note");
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    auto* box = new QWidget(this);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(CellDelegate::sideMargin, 0, CellDelegate::sideMargin, 0);
    layout->addWidget(note);
    addWidget(box);
    onRefresh([note, box, read = std::move(read)] {
        const QString text = read();
        note->setText(breakable(text));
        box->setVisible(!text.isEmpty());
    });
}

void Inspector::commit(const QString& label, const Result<Delta>& delta) {
    m_context.document.edit(tr("Change %1", "undo step; the label of a field").arg(label), delta);
    // What was refused is shown as it was.
    refresh();
}

void Inspector::remember(const std::string& field, QWidget* widget) {
    if (!field.empty()) m_fields.push_back({field, m_form, widget});
}

TextField* Inspector::textOf(const QString& label, const QString& tip, const std::string& field,
                             std::function<QString()> read, std::function<Verdict(const QString&)> judge,
                             std::function<Result<Delta>(const QString&)> edit) {
    TextField* line = m_form->text(label, tip);
    line->setJudge(std::move(judge));
    line->setObjectName(QString::fromStdString(field));
    connect(line, &TextField::committed, this,
            [this, label, edit = std::move(edit)](const QString& typed) { commit(label, edit(typed)); });
    onRefresh([line, read = std::move(read)] { line->setValue(read()); });
    remember(field, line);
    return line;
}

QCheckBox* Inspector::checkOf(const QString& label, const QString& tip, const std::string& field,
                              std::function<bool()> read, std::function<Result<Delta>(bool)> edit) {
    auto* box = new TickBox(label, m_form);
    box->setToolTip(tip);
    box->setAccessibleName(label);
    box->setObjectName(QString::fromStdString(field));
    m_form->add({}, box, tip);
    connect(box, &QCheckBox::clicked, this,
            [this, label, edit = std::move(edit)](bool on) { commit(label, edit(on)); });
    onRefresh([box, read = std::move(read)] {
        const QSignalBlocker blocker(box);
        box->setChecked(read());
    });
    remember(field, box);
    return box;
}

ChoiceBox* Inspector::pick(const QString& label, const QString& tip, const std::string& field,
                           std::function<std::vector<Pick>()> read) {
    ChoiceBox* box = m_form->choice(label, tip);
    box->setObjectName(QString::fromStdString(field));
    onRefresh([box, read] {
        const auto picks = read();
        std::vector<Choice> choices;
        int current = -1;
        for (const Pick& one : picks) {
            if (one.current) current = int(choices.size());
            choices.push_back(one.choice);
        }
        const QSignalBlocker blocker(box);
        box->setChoices(choices);
        box->setCurrentIndex(current);
        box->setEnabled(!choices.empty());
    });
    connect(box, &QComboBox::activated, this, [this, label, read](int index) {
        const auto picks = read();
        if (std::size_t(index) < picks.size() && !picks[std::size_t(index)].current)
            commit(label, picks[std::size_t(index)].edit(design()));
    });
    remember(field, box);
    return box;
}

CheckList* Inspector::ticks(const QString& label, const QString& tip, const std::string& field,
                            std::function<std::vector<Tick>()> read, bool whole) {
    CheckList* list = m_form->checks(label, tip, whole);
    list->setObjectName(QString::fromStdString(field));
    Form* form = m_form;
    onRefresh([this, list, form, label, read = std::move(read)] {
        std::vector<CheckItem> items;
        for (Tick& one : read())
            items.push_back(
                {one.text, one.icon, one.tip, one.checked,
                 [this, label, edit = std::move(one.edit)](bool on) { commit(label, edit(design(), on)); }});
        form->setRowVisible(list, !items.empty());
        list->setItems(std::move(items));
    });
    remember(field, list);
    return list;
}

SetList* Inspector::members(const QString& label, const QString& addText, const QString& tip,
                            const std::string& field, std::function<std::vector<Member>()> read) {
    auto* list = new SetList(addText, m_form);
    m_form->add(label, list, tip);
    Form* form = m_form;
    onRefresh([this, form, list, label, read = std::move(read)] {
        std::vector<ListedItem> in, out;
        for (Member& one : read())
            (one.isIn ? in : out)
                .push_back({std::move(one.text), one.icon,
                            [this, label, on = !one.isIn, edit = std::move(one.edit)] {
                                commit(label, edit(design(), on));
                            }});
        form->setRowVisible(list, !in.empty() || !out.empty());
        list->setItems(std::move(in), std::move(out));
    });
    remember(field, list);
    return list;
}

void Inspector::previewTemplate(TextField* field) {
    field->setPreview([this](const QString& typed) {
        const auto name = NameTemplate::parse(typed.trimmed().toStdString());
        if (!name) return typed;
        const auto zone = zoneOf(design().network, m_element);
        const AvailabilityZone* az = zone ? design().network.get(*zone) : nullptr;
        const std::string letter = az ? zoneLetter(*az) : std::string();
        const Settings& settings = design().settings;
        return clean(name->expand({settings.projectName, settings.environment, letter}));
    });
    field->setFont(style::monoFont(11.5));
}

QLabel* Inspector::info(const QString& label, const QString& tip, std::function<QString()> read) {
    QLabel* shown = m_form->info(label, tip);
    Form* form = m_form;
    onRefresh([shown, form, read = std::move(read)] {
        shown->setText(read());
        form->setRowVisible(shown, !shown->text().isEmpty());
    });
    return shown;
}

void Inspector::showOnly(QWidget* field, std::function<bool()> shown) {
    Form* form = m_form;
    onRefresh([form, field, shown = std::move(shown)] { form->setRowVisible(field, shown()); });
}

// --- What all nodes have

void Inspector::addHeader(std::function<QString()> second) {
    auto* header = new QWidget(this);
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(CellDelegate::sideMargin, 2, CellDelegate::sideMargin, 2);
    layout->setSpacing(11);
    auto* mark = new NodeMark(*this);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(1);
    auto* title = new QLabel(header);
    title->setProperty("role", "title");
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    auto* line = new QLabel(header);
    line->setProperty("role", "second");
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    texts->addWidget(title);
    texts->addWidget(line);
    layout->addWidget(mark, 0, Qt::AlignVCenter);
    layout->addLayout(texts, 1);
    addWidget(header);
    onRefresh([this, title, line, mark, second = std::move(second)] {
        const Node* found = design().network.find(m_element);
        title->setText(found ? breakable(shortened(titleOf(design().network, m_element))) : QString());
        title->setToolTip(found ? titleOf(design().network, m_element) : QString());
        line->setText(found ? breakable(second()) : QString());
        mark->update();
    });
}

void Inspector::addName() {
    textOf(
        tr("Name"), tr("What people read in the drawing. No AWS name follows when it changes."), "name",
        [this] {
            const Node* found = design().network.find(m_element);
            return found ? QString::fromStdString(baseOf(*found).name) : QString();
        },
        [](const QString& typed) {
            return typed.trimmed().isEmpty() ? Verdict{tr("Give it a name."), {}} : Verdict{};
        },
        [this](const QString& typed) {
            return edits::rename(design(), m_element, typed.trimmed().toStdString());
        });
}

void Inspector::addDeployed() {
    auto* heading = new QLabel(tr("In AWS"), this);
    heading->setProperty("role", "heading");
    heading->setContentsMargins(CellDelegate::sideMargin, 6, CellDelegate::sideMargin, 0);
    addWidget(heading);
    Form& form = section();
    auto* lines = new QWidget(&form);
    lines->setObjectName(QStringLiteral("deployed"));
    auto* column = new QVBoxLayout(lines);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    form.whole(lines);
    auto shown = std::make_shared<std::vector<DeployedValue>>();
    onRefresh([this, &form, heading, lines, column, shown] {
        const auto values =
            context().deployment ? context().deployment->valuesOf(m_element) : std::vector<DeployedValue>();
        heading->setVisible(!values.empty());
        form.setVisible(!values.empty());
        if (values == *shown) return;
        *shown = values;
        qDeleteAll(lines->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
        for (const DeployedValue& value : values) {
            auto* line = new QWidget(lines);
            auto* grid = new QGridLayout(line);
            grid->setContentsMargins(0, 0, 0, 2);
            grid->setSpacing(0);
            auto* label = new QLabel(value.label, line);
            label->setProperty("role", QStringLiteral("hint"));
            grid->addWidget(label, 0, 0);
            auto* text = new QLabel(value.value, line);
            text->setFont(style::monoFont(11));
            text->setTextFormat(Qt::PlainText);
            text->setWordWrap(true);
            text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            text->setAccessibleName(tr("%1: %2", "ID: nat-0123").arg(value.label, value.value));
            grid->addWidget(text, 1, 0);
            auto* copy = new QToolButton(line);
            copy->setObjectName(QStringLiteral("deployedCopy"));
            copy->setIcon(style::icon(QStringLiteral("ui-duplicate")));
            copy->setIconSize({13, 13});
            copy->setAutoRaise(true);
            copy->setToolTip(tr("Copy %1").arg(value.value));
            copy->setAccessibleName(copy->toolTip());
            connect(copy, &QToolButton::clicked, copy,
                    [value] { QGuiApplication::clipboard()->setText(value.value); });
            grid->addWidget(copy, 0, 1, 2, 1, Qt::AlignCenter);
            grid->setColumnStretch(0, 1);
            column->addWidget(line);
        }
    });
}

void Inspector::addAddresses() {
    // One line of text for all addresses; the pencil opens a field for each label.
    auto* holder = new QWidget(m_form);
    auto* layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* code = new CodeText(holder);
    code->setObjectName(QStringLiteral("addresses"));
    code->setAccessibleName(tr("Terraform"));
    auto* pencil = new QToolButton(holder);
    pencil->setIcon(style::icon(QStringLiteral("ui-edit")));
    pencil->setIconSize({13, 13});
    pencil->setAutoRaise(true);
    pencil->setCheckable(true);
    pencil->setToolTip(
        tr("Change the Terraform address. Terraform is told by a moved block, so nothing is replaced."));
    pencil->setAccessibleName(tr("Change the Terraform address"));
    layout->addWidget(code, 1);
    layout->addWidget(pencil, 0, Qt::AlignTop);
    m_form->add(tr("Terraform"), holder, tr("The address of the resource in the exported files."));

    auto* labels = new QWidget(m_form);
    auto* column = new QVBoxLayout(labels);
    column->setContentsMargins(Form::fieldsLeft(), 0, 0, 6);
    column->setSpacing(4);
    m_form->whole(labels);
    labels->hide();
    connect(pencil, &QToolButton::toggled, labels, [labels](bool on) {
        labels->setVisible(on);
        auto* first = on ? labels->findChild<TextField*>(QStringLiteral("label")) : nullptr;
        if (!first) return;
        first->setFocus(Qt::OtherFocusReason);
        first->selectAll();
    });
    onRefresh([this, code, holder, pencil, labels, column, form = m_form] {
        const AddressIndex index(design().addresses);
        const auto all = index.all(m_element);
        QStringList texts;
        for (const AddressRef& ref : all)
            texts << QString::fromStdString(toString(ref));
        const QString text = texts.join(QLatin1Char('\n'));
        form->setRowVisible(holder, !text.isEmpty());
        if (text.isEmpty()) pencil->setChecked(false);
        if (text == code->text()) return;
        code->setText(text);
        // Later: one of these fields may be what brought the change about.
        for (QWidget* old : labels->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
            old->hide();
            old->deleteLater();
        }
        for (const AddressRef& ref : all) {
            auto* type = new QLabel(QString::fromStdString(ref.key->type), labels);
            type->setProperty("role", "hint");
            auto* line = new TextField(labels);
            line->setFixedHeight(26);
            line->setFont(style::monoFont(11));
            line->setAccessibleName(tr("Label of %1").arg(type->text()));
            line->setObjectName(QStringLiteral("label"));
            auto* note = new QLabel(labels);
            note->setProperty("role", "error");
            note->setWordWrap(true);
            note->hide();
            const ResourceKey key = *ref.key;
            line->setValue(QString::fromStdString(key.label));
            line->setJudge([this, key](const QString& typed) {
                const auto tried = edits::relabel(design(), key, typed.trimmed().toStdString());
                return tried ? Verdict{} : complaint(tried.error(), &design().network);
            });
            connect(line, &TextField::judged, note, [line, note] {
                note->setText(line->verdict().complaint);
                note->setVisible(!line->verdict().ok());
            });
            connect(line, &TextField::committed, this, [this, key](const QString& typed) {
                commit(tr("Terraform label"), edits::relabel(design(), key, typed.trimmed().toStdString()));
            });
            column->addWidget(type);
            column->addWidget(line);
            column->addWidget(note);
            column->addWidget(addressForm(ref, labels));
        }
    });
}

/// How the resources under the label are told from each other.
QWidget* Inspector::addressForm(const AddressRef& ref, QWidget* parent) {
    auto* box = new ChoiceBox(parent);
    box->setObjectName(QStringLiteral("address-form"));
    box->setAccessibleName(tr("Form of %1").arg(QString::fromStdString(toString(*ref.key))));
    box->setToolTip(tr("How terraform tells the resources under this label from each other."));
    const std::pair<AddressForm, QString> forms[] = {
        {AddressForm::Single, tr("A single resource")},
        {AddressForm::Count, tr("count: by position, [0]")},
        {AddressForm::ForEach, tr("for_each: by key, [\"a\"]")},
    };
    std::vector<Choice> choices;
    std::vector<AddressForm> order;
    QString current;
    for (const auto& [form, text] : forms) {
        if (form == AddressForm::Single && ref.set->members.size() > 1) continue;
        choices.push_back({text, {}, {}, false});
        order.push_back(form);
        if (form == ref.set->form) current = text;
    }
    box->setChoices(choices);
    box->setValue(current);
    connect(box, &QComboBox::activated, this, [this, key = *ref.key, order](int index) {
        if (index >= 0 && std::size_t(index) < order.size())
            commit(tr("Form of address"), edits::setAddressForm(design(), key, order[std::size_t(index)]));
    });
    return box;
}

void Inspector::addNameTagAndTags(bool withAwsTags) {
    if (!withAwsTags) return;
    section(tr("Tags"));
    TextField* name = textOf(
        tr("Name tag"),
        tr("The tag Name in AWS. {project}, {environment} and {az_letter} are filled in from the settings "
           "and "
           "the zone."),
        "name_tag",
        [this] {
            const Node* found = design().network.find(m_element);
            return found ? QString::fromStdString(baseOf(*found).nameTag.toString()) : QString();
        },
        [](const QString& typed) {
            const auto parsed = NameTemplate::parse(typed.trimmed().toStdString());
            return parsed ? Verdict{} : complaint(parsed.error());
        },
        [this](const QString& typed) -> Result<Delta> {
            const Node* found = design().network.find(m_element);
            if (!found) return fail(Code::edit_no_such_element, {{"id", toString(m_element)}});
            const auto parsed = NameTemplate::parse(typed.trimmed().toStdString());
            if (!parsed) return fail(parsed.error());
            Node copy = *found;
            baseOf(copy).nameTag = *parsed;
            return edits::replaceNode(design(), std::move(copy));
        });
    previewTemplate(name);
    TableSection* tags =
        addTable(new TagsModel(m_context.document, m_context.facts, TagsModel::Of::Node), {});
    tags->table().setAccessibleName(tr("Tags"));
}

Inspector* makeInspector(Kind kind, const Context& context, QWidget* parent) {
    auto* page = new Inspector(context, parent);
    switch (kind) {
    case Kind::Vpc: buildVpc(*page); break;
    case Kind::AvailabilityZone: buildAvailabilityZone(*page); break;
    case Kind::Subnet: buildSubnet(*page); break;
    case Kind::InternetGateway: buildInternetGateway(*page); break;
    case Kind::EgressOnlyInternetGateway: buildEgressOnlyInternetGateway(*page); break;
    case Kind::RouteTable: buildRouteTable(*page); break;
    case Kind::NatGateway: buildNatGateway(*page); break;
    case Kind::ElasticIp: buildElasticIp(*page); break;
    case Kind::SecurityGroup: buildSecurityGroup(*page); break;
    case Kind::NetworkAcl: buildNetworkAcl(*page); break;
    case Kind::PrefixList: buildPrefixList(*page); break;
    case Kind::VpcEndpoint: buildVpcEndpoint(*page); break;
    case Kind::Peering: buildPeering(*page); break;
    case Kind::FlowLog: buildFlowLog(*page); break;
    case Kind::Workload: buildWorkload(*page); break;
    case Kind::External: buildExternal(*page); break;
    default: break; // parts are shown with what they belong to
    }
    page->addDeployed();
    return page;
}

} // namespace sekisho::editors
