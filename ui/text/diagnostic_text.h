// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostic.h"
#include "core/model/network.h"

#include <string>
#include <string_view>

/// What people read, in their language: the sentences of diagnostics and the words of the field. Plain C++,
/// so that the command line uses the same table as the windows.
namespace sekisho::text {

enum class Language : std::uint8_t { English, Japanese };

/// The language of a locale's name, "ja_JP.UTF-8": Japanese for ja, else English.
Language languageFromLocale(std::string_view locale);
/// The language of the messages of this process: LC_ALL, else LC_MESSAGES, else LANG, the first that is not
/// empty; LANGUAGE, a list of preferences, goes before unless the locale is "C" or "POSIX" (GNU gettext).
Language languageFromEnvironment();

/// The sentence for a diagnostic: what is wrong, then how to mend it. `names`: where the subjects' names are
/// looked up; without it, or where there is no name, their ids stand. What comes from outside is cleaned, see
/// oneLine().
std::string sentence(const Diagnostic& diagnostic, Language language, const Network* names = nullptr);

/// The name by which people know an element, on one line: a node's display name; of a part what tells it from
/// its like ("tcp/443 ← web", "0.0.0.0/0"). The id where there is nothing better. `owner`: the node a part
/// belongs to, if known; to look for it takes a walk over the network.
std::string displayName(const Network& network, ElementId element, std::optional<ElementId> owner = {});

/// Text from outside for display on one line: control characters and line ends become spaces, characters that
/// turn the direction of writing or cannot be seen fall away, broken UTF-8 becomes U+FFFD, and what is longer
/// than `most` characters (as people count them, nearly) is cut and ends in "…".
std::string oneLine(std::string_view text, std::size_t most = 80);

std::string_view severityWord(Severity severity, Language language); ///< "error"
std::string_view kindName(Kind kind, Language language);             ///< "security group"
std::string_view needName(Need need, Language language);             ///< "pull images from ECR (Fargate)"
std::string_view workloadName(WorkloadKind kind, Language language); ///< "Application Load Balancer"

/// The row of the table for a code, with its placeholders.
std::string_view sentenceTemplate(Code code, Language language);

} // namespace sekisho::text
