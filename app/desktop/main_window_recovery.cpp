// SPDX-License-Identifier: Apache-2.0
// What the window does so that nothing is lost: after a crash, and when others write the open file.
#include "app/desktop/main_window.h"

#include "app/desktop/notice.h"
#include "app/desktop/offer_bar.h"
#include "ui/document/autosave.h"
#include "ui/document/document.h"
#include "ui/style/style.h"
#include "ui/text/diagnostic_text.h"

#include <QApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include <algorithm>

namespace sekisho {

namespace {

QString pathText(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

QString sentence(const Diagnostic& what) {
    return QString::fromStdString(text::sentence(what, style::language(), nullptr));
}

} // namespace

QString MainWindow::ageOf(std::int64_t nanoseconds) {
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000);
    const qint64 minutes = then.secsTo(QDateTime::currentDateTime()) / 60;
    if (minutes < 1) return tr("less than a minute ago");
    if (minutes < 60) return tr("%n minute(s) ago", nullptr, int(minutes));
    if (minutes < 48 * 60) return tr("%n hour(s) ago", nullptr, int(minutes / 60));
    return QLocale::c().toString(then, QStringLiteral("yyyy-MM-dd hh:mm"));
}

void MainWindow::begin(const std::optional<std::filesystem::path>& file) {
    const QString last = m_settings.value(QStringLiteral("session")).toString();
    m_left = leftoversIn(m_unsaved);
    if (file) {
        openFile(*file);
    } else if (last.isEmpty()) {
        newFromTemplate(QStringLiteral("hands-on"));
    } else if (!QFileInfo::exists(last)) {
        newFromTemplate(QStringLiteral("hands-on"));
        tell(warning(Code::read_missing, {{"path", last.toStdString()}}));
        findLeftovers(last.toStdString());
    } else if (!openFile(last.toStdString())) {
        newFromTemplate(QStringLiteral("hands-on"));
    }
    offerRecovery();
}

void MainWindow::findLeftovers(const std::filesystem::path& file) {
    std::vector<Leftover> found = leftoversOf(file, m_unsaved);
    for (Leftover& left : m_left)
        if (std::ranges::find(found, left.sidecar, &Leftover::sidecar) == found.end())
            found.push_back(std::move(left));
    m_left = std::move(found);
}

void MainWindow::offerRecovery() {
    // What was saved all the same is nobody's loss.
    std::erase_if(m_left, [this](const Leftover& left) {
        std::error_code error;
        return m_open && left.design && !left.of.file.empty() &&
               std::filesystem::equivalent(left.of.file, m_document->path(), error) &&
               *left.design == m_document->design() && discard(left);
    });
    if (m_left.empty()) {
        m_recovery->withdraw();
        return;
    }
    const auto what = [this] {
        const Leftover& left = m_left.front();
        const QString name =
            left.of.name.empty() ? tr("untitled") : QString::fromStdString(text::oneLine(left.of.name, 80));
        const QString age = ageOf(left.written);
        QString said;
        const auto add = [&said](const QString& more) {
            said = tr("%1 %2", "two sentences").arg(said, more);
        };
        if (!left.design)
            said = tr("Unsaved changes to “%1” from %2 cannot be read: %3 They are kept in “%4”.")
                       .arg(name, age, sentence(left.design.error()), pathText(left.sidecar));
        else if (left.of.file.empty())
            said =
                tr("Sekisho ended unexpectedly. “%1”, which had not been saved yet, can be recovered as it "
                   "was %2.")
                    .arg(name, age);
        else
            said = tr("Sekisho ended unexpectedly. Unsaved changes to “%1” from %2 can be recovered.")
                       .arg(name, age);
        const QFileInfo file(pathText(left.of.file));
        if (left.design && !left.of.file.empty() && !file.exists())
            add(tr("The file itself is gone."));
        else if (left.design && !left.of.file.empty() &&
                 file.lastModified().toMSecsSinceEpoch() > left.written / 1'000'000)
            add(tr("The file was written again since."));
        if (m_left.size() > 1) add(tr("%n more follow.", nullptr, int(m_left.size() - 1)));
        return said;
    };
    std::vector<OfferBar::Choice> choices;
    if (m_left.front().design)
        choices.push_back({QStringLiteral("recover"), [] { return tr("&Recover"); }, [this] { recover(); }});
    choices.push_back({QStringLiteral("discardRecovery"), [] { return tr("&Discard"); },
                       [this] {
                           discard(m_left.front());
                           m_left.erase(m_left.begin());
                           offerRecovery();
                       }});
    m_recovery->offer(what, std::move(choices), [this] {
        // Asked again at the next start, or when the file is opened again.
        m_left.erase(m_left.begin());
        offerRecovery();
    });
}

void MainWindow::recover() {
    const Leftover left = m_left.front();
    const auto hold = claim(left);
    if (!hold) {
        m_left.erase(m_left.begin());
        m_notice->show(tr("Another window of Sekisho has recovered these changes already."), Severity::Info);
        offerRecovery();
        return;
    }
    std::error_code error;
    const bool isOpen = m_open && !left.of.file.empty() &&
                        std::filesystem::equivalent(left.of.file, m_document->path(), error);
    // On the open file it is one more step; else it takes the place of what is open.
    if (!isOpen && !mayLeave()) {
        offerRecovery();
        return;
    }
    m_left.erase(m_left.begin());
    const QString name = left.of.name.empty() ? tr("untitled") : QString::fromStdString(left.of.name);
    m_document->recover(*left.design, left.of.file, name, tr("Recover unsaved changes"));
    m_autosave->adopt(left, *hold);
    showDesign(true);
    if (!m_document->path().empty()) rememberFile();
    offerRecovery();
}

void MainWindow::checkDisk() {
    if (!m_open || m_document->path().empty()) {
        m_disk->withdraw();
        return;
    }
    const DiskState state = m_document->diskState();
    switch (state) {
    case DiskState::Same: m_disk->withdraw(); return;
    case DiskState::Gone:
        m_document->keepMine();
        m_notice->show(
            tr("The file “%1” is gone. Save the design to have it again.").arg(pathText(m_document->path())),
            Severity::Warning);
        return;
    case DiskState::Changed:
    case DiskState::Unreadable: break;
    }
    std::vector<OfferBar::Choice> choices;
    if (state == DiskState::Changed)
        choices.push_back({QStringLiteral("reload"), [] { return tr("Re&load"); },
                           [this] {
                               if (const auto read = m_document->reload(tr("Reload")); !read)
                                   tell(read.error());
                           }});
    choices.push_back(
        {QStringLiteral("keepMine"), [] { return tr("&Keep Mine"); }, [this] { m_document->keepMine(); }});
    m_disk->offer(
        [this, state] {
            return (state == DiskState::Changed
                        ? tr("Another program has changed “%1” since it was opened here.")
                        : tr("Another program has changed “%1”, and it cannot be read as a design any more."))
                .arg(m_document->displayName());
        },
        std::move(choices));
}

MainWindow::Overwrite MainWindow::askOverwrite() {
    const DiskState state = m_document->diskState();
    if (state == DiskState::Same || state == DiskState::Gone) return Overwrite::Yes;
    QMessageBox question(
        QMessageBox::Warning, QStringLiteral("Sekisho"),
        tr("Another program has changed “%1” since it was opened here.").arg(m_document->displayName()),
        QMessageBox::NoButton, this);
    question.setObjectName(QStringLiteral("overwriteQuestion"));
    question.setInformativeText(tr("Saving would replace that version with yours."));
    QPushButton* overwrite = question.addButton(tr("Overwrite"), QMessageBox::DestructiveRole);
    QPushButton* other = question.addButton(tr("Save As…"), QMessageBox::ActionRole);
    QPushButton* cancel = question.addButton(tr("Cancel"), QMessageBox::RejectRole);
    question.setDefaultButton(other);
    question.setEscapeButton(cancel);
    question.exec();
    return question.clickedButton() == overwrite ? Overwrite::Yes
           : question.clickedButton() == other   ? Overwrite::SaveAs
                                                 : Overwrite::No;
}

} // namespace sekisho
