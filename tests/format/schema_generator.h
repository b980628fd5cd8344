// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace sekisho::test {

/// The JSON Schema (2020-12) of the file, made from the descriptions that the codec itself works by
/// (core/format/describe.h): resources/sekisho.schema.json must be this text.
std::string generateSchema();

} // namespace sekisho::test
