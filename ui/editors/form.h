// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editors/cell.h"

#include <QLineEdit>
#include <QListWidget>
#include <QWidget>

#include <functional>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QTextEdit;
class QVBoxLayout;

namespace sekisho::editors {

class ChoiceBox;

/// A line of text that is judged while it is typed and given on Enter or when the keyboard leaves. What
/// cannot be is not given; Esc takes it back.
class TextField : public QLineEdit {
    Q_OBJECT
public:
    explicit TextField(QWidget* parent = nullptr);

    void setJudge(std::function<Verdict(const QString&)> judge) { m_judge = std::move(judge); }
    /// What the design has. Does not disturb somebody who is typing.
    void setValue(const QString& value);
    const Verdict& verdict() const { return m_verdict; }
    /// What was typed and could not be given; empty if there is nothing of the kind.
    QString refused() const;
    /// Goes on with a text that was refused earlier.
    void resume(const QString& text);
    /// Takes the text that the verdict offers.
    void takeOffer();
    /// For texts with parts to be filled in: what a text comes to. It is what is shown until somebody edits.
    void setPreview(std::function<QString(const QString&)> preview) { m_preview = std::move(preview); }
    /// What the typed text comes to, while somebody edits; else nothing.
    QString preview() const;

signals:
    void committed(const QString& text);
    void judged();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString typed() const { return m_isPreview ? m_value : text(); }
    void showPreview();
    void judge();
    void commit();

    std::function<Verdict(const QString&)> m_judge;
    std::function<QString(const QString&)> m_preview;
    QString m_value;
    Verdict m_verdict;
    bool m_isPreview = false;
};

struct CheckItem {
    QString text;
    QIcon icon;
    QString tip;
    bool checked = false;
    std::function<void(bool)> toggle;
};

/// A short list to tick.
class CheckList : public QListWidget {
    Q_OBJECT
public:
    explicit CheckList(QWidget* parent = nullptr);

    void setItems(std::vector<CheckItem> items);

protected:
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

private:
    std::vector<CheckItem> m_items;
};

struct ListedItem {
    std::function<QString()> text; ///< asked when it is shown
    QIcon icon;
    std::function<void()> move; ///< out of the set or into it
};

/// The things of a set, each with a button that takes it out, and one that puts in another.
class SetList : public QWidget {
    Q_OBJECT
public:
    explicit SetList(const QString& addText, QWidget* parent = nullptr);

    /// `others` can be many: their texts are asked for when the button is pressed.
    void setItems(std::vector<ListedItem> items, std::vector<ListedItem> others);

private:
    QVBoxLayout* m_lines;
    QPushButton* m_add;
    QStringList m_shown;
    std::vector<ListedItem> m_items, m_others;
};

/// Text of the program that can be selected and copied; breaks anywhere rather than being cut.
class CodeText : public QWidget {
    Q_OBJECT
public:
    explicit CodeText(QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {120, heightForWidth(width())}; }
    QSize minimumSizeHint() const override { return {60, 20}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QTextEdit* m_text;
};

/// Rows of a label and a field, 26 high; what is wrong with a field stands below it.
class Form : public QWidget {
    Q_OBJECT
public:
    explicit Form(QWidget* parent = nullptr);

    TextField* text(const QString& label, const QString& tip = {});
    ChoiceBox* choice(const QString& label, const QString& tip = {});
    /// `whole`: the label above, the list over the whole width.
    CheckList* checks(const QString& label, const QString& tip = {}, bool whole = false);
    CodeText* code(const QString& label, const QString& tip = {});
    QLabel* info(const QString& label, const QString& tip = {});
    /// Where the fields begin, from the left of the form.
    static int fieldsLeft();
    /// Without a label: over the whole width.
    void whole(QWidget* widget);
    void add(const QString& label, QWidget* field, const QString& tip);

    void setRowVisible(QWidget* field, bool visible);
    /// A problem of the design beside a field; empty: none. What is typed wrongly goes before it.
    void setProblem(QWidget* field, const QString& text, bool isError);

private:
    struct Row {
        QWidget* field;
        QLabel* label;
        QLabel* note;
        QPushButton* offer;
        QString problem;
        bool isError = false;
    };
    Row* rowOf(QWidget* field);
    QLabel* makeNote();
    void refreshNote(Row& row);

    QGridLayout* m_layout;
    std::vector<Row> m_rows;
    int m_lines = 0;
};

} // namespace sekisho::editors
