// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostic.h"
#include "ui/editors/cell.h"

namespace sekisho {
struct Network;
}

/// Core's words as Qt's strings, in the language of the windows.
namespace sekisho::editors {

QString sentence(const Diagnostic& diagnostic, const Network* names = nullptr);
/// The sentence, and what the diagnostic knows that would do instead.
Verdict complaint(const Diagnostic& diagnostic, const Network* names = nullptr);

/// The name by which people know an element, on one line.
QString nameOf(const Network& network, ElementId element);
/// The same above a page: who bears only the name of its kind, in English as designs are made, is called so
/// in any language.
QString titleOf(const Network& network, ElementId element);
/// "security group", with a capital where it begins a line.
QString kindName(Kind kind);
QString capitalized(const QString& text);
/// Text from outside on one line, as long as it may be.
QString clean(const std::string& text);
/// Long text that was typed, within a sentence about it: its beginning and its end.
QString shortened(const QString& text);
/// Text for a label that breaks lines: long words may be broken too, where a label would widen its page.
QString breakable(const QString& text);
/// "1a, 1c": names in a row.
QString listed(const QStringList& names);

} // namespace sekisho::editors
