// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/edits.h"
#include "ui/editors/form.h"

#include <QWidget>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QVBoxLayout;

namespace sekisho {

class Deployment;
class Document;
class Facts;
class Selection;

namespace editors {

class ChoiceBox;
class RuleEditor;
class TableModel;
class TableSection;

/// What all inspectors work on.
struct Context {
    Document& document;
    Facts& facts;
    Selection& selection;
    Deployment* deployment = nullptr; ///< what is in AWS, where somebody knows
};

/// A choice that makes an edit.
struct Pick {
    Choice choice;
    bool current = false;
    std::function<Result<Delta>(const Design&)> edit;
};

/// A tick that makes an edit.
struct Tick {
    QString text;
    QIcon icon;
    QString tip;
    bool checked = false;
    std::function<Result<Delta>(const Design&, bool)> edit;
};

/// What is in a set, or could be.
struct Member {
    std::function<QString()> text; ///< asked when it is shown
    QIcon icon;
    bool isIn = false;
    std::function<Result<Delta>(const Design&, bool)> edit;
};

/// The settings of one node, or of the project. Made once for a kind, then shown for one node after the
/// other: fields read what they show from the design whenever it has changed, and write by edits.
class Inspector : public QWidget {
    Q_OBJECT
public:
    explicit Inspector(const Context& context, QWidget* parent = nullptr);

    void setElement(ElementId element);
    ElementId element() const { return m_element; }
    /// Reads everything anew.
    void refresh();
    void refreshProblems();

    // --- Building; what is read is read again on every change.
    const Context& context() const { return m_context; }
    const Design& design() const;
    /// Fields that follow stand in a new form, under a title unless that is empty.
    Form& section(const QString& title = {});
    /// Calls `read` on every refresh.
    void onRefresh(std::function<void()> read) { m_readers.push_back(std::move(read)); }
    void addWidget(QWidget* widget, bool withMargins = false);
    TableSection* addTable(TableModel* model, const QString& title);
    RuleEditor* addRules();
    /// A soft box; hidden while `read` gives nothing.
    void addNote(std::function<QString()> read);

    /// The node, if it is there and of that kind.
    template<class N>
    const N* node() const {
        const Node* found = design().network.find(m_element);
        return found ? std::get_if<N>(found) : nullptr;
    }
    /// The edit that does something to a copy of the node.
    template<class N, class F>
    Result<Delta> changed(F&& change) const {
        const N* found = node<N>();
        if (!found) return fail(Code::edit_no_such_element, {{"id", toString(m_element)}});
        N copy = *found;
        change(copy);
        return edits::replaceNode(design(), Node(std::move(copy)));
    }
    void commit(const QString& label, const Result<Delta>& delta);

    /// A text of the node. `write` takes it into a copy, or says why not. `field` is the name under which
    /// check() complains about it.
    template<class N>
    TextField* text(const QString& label, const QString& tip, const std::string& field,
                    std::function<QString(const N&)> read, std::function<Verdict(N&, const QString&)> write) {
        return textOf(
            label, tip, field,
            [this, read] {
                const N* n = node<N>();
                return n ? read(*n) : QString();
            },
            [this, write](const QString& typed) {
                const N* n = node<N>();
                if (!n) return Verdict{};
                N copy = *n;
                return write(copy, typed);
            },
            [this, write](const QString& typed) { return changed<N>([&](N& n) { write(n, typed); }); });
    }
    TextField* textOf(const QString& label, const QString& tip, const std::string& field,
                      std::function<QString()> read, std::function<Verdict(const QString&)> judge,
                      std::function<Result<Delta>(const QString&)> edit);

    template<class N>
    QCheckBox* check(const QString& label, const QString& tip, const std::string& field,
                     std::function<bool(const N&)> read, std::function<void(N&, bool)> write) {
        return checkOf(
            label, tip, field,
            [this, read] {
                const N* n = node<N>();
                return n && read(*n);
            },
            [this, write](bool on) { return changed<N>([&](N& n) { write(n, on); }); });
    }
    QCheckBox* checkOf(const QString& label, const QString& tip, const std::string& field,
                       std::function<bool()> read, std::function<Result<Delta>(bool)> edit);

    ChoiceBox* pick(const QString& label, const QString& tip, const std::string& field,
                    std::function<std::vector<Pick>()> read);
    /// `whole`: over the whole width, for long lines.
    CheckList* ticks(const QString& label, const QString& tip, const std::string& field,
                     std::function<std::vector<Tick>()> read, bool whole = false);
    /// What is in a set, with buttons that take it out; the rest behind a button that adds.
    SetList* members(const QString& label, const QString& addText, const QString& tip,
                     const std::string& field, std::function<std::vector<Member>()> read);
    /// Lets a field show what the template in it comes to.
    void previewTemplate(TextField* field);
    QLabel* info(const QString& label, const QString& tip, std::function<QString()> read);
    /// Hides a field while `shown` says no.
    void showOnly(QWidget* field, std::function<bool()> shown);

    // --- What all nodes have
    void addHeader(std::function<QString()> second);
    void addName();
    void addAddresses();
    QWidget* addressForm(const AddressRef& ref, QWidget* parent);
    /// Ids and addresses in AWS, once they are known.
    void addDeployed();
    void addNameTagAndTags(bool withAwsTags = true);

signals:
    void openWide(sekisho::ElementId element);

private:
    struct FieldPlace {
        std::string field;
        Form* form;
        QWidget* widget;
    };
    void remember(const std::string& field, QWidget* widget);
    void orderTabs();

    Context m_context;
    ElementId m_element;
    QVBoxLayout* m_layout;
    Form* m_form = nullptr;
    std::vector<std::function<void()>> m_readers;
    std::vector<std::function<void()>> m_owners; ///< told of another element
    std::vector<FieldPlace> m_fields;
    /// What was typed and refused for elements that are not shown, by field.
    std::map<std::pair<ElementId, QString>, QString> m_refused;
};

/// The inspector of a kind of nodes.
Inspector* makeInspector(Kind kind, const Context& context, QWidget* parent);
/// Of the project: Region, names, NAT switch, rules, tags.
Inspector* makeSettingsInspector(const Context& context, QWidget* parent);

// The inspectors by their files.
void buildVpc(Inspector& page);
void buildAvailabilityZone(Inspector& page);
void buildSubnet(Inspector& page);
void buildInternetGateway(Inspector& page);
void buildEgressOnlyInternetGateway(Inspector& page);
void buildRouteTable(Inspector& page);
void buildNatGateway(Inspector& page);
void buildElasticIp(Inspector& page);
void buildSecurityGroup(Inspector& page);
void buildNetworkAcl(Inspector& page);
void buildPrefixList(Inspector& page);
void buildVpcEndpoint(Inspector& page);
void buildPeering(Inspector& page);
void buildFlowLog(Inspector& page);
void buildWorkload(Inspector& page);
void buildExternal(Inspector& page);

} // namespace editors
} // namespace sekisho
