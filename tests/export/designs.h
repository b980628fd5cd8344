// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"
#include "core/model/design.h"
#include "core/terraform/export.h"

#include <string>
#include <string_view>
#include <vector>

/// Designs that the tests of the export share, and ways to look into what comes out.
namespace sekisho::test {

Design handsOn();
/// Every kind of node, each kind of NAT gateway, IPv6, groups that refer to each other, two VPCs.
Design everyKind();
/// Subnets and NAT gateways addressed by zone name.
Design keyedZones();

/// Carries out an edit; one that fails is a bug of the test.
ChangeSet apply(Design& design, const Result<Delta>& delta);

/// Adds the node with addresses as an edit would give them; ids of the node and its parts are made.
template<class N>
decltype(N::id) add(Design& design, N node);

/// Replaces a node as it stands, addresses unchanged.
template<class N>
void replace(Design& design, N node) {
    const ElementId id = node.id;
    design.network.nodes.set(id, Node(std::move(node)));
}

/// A copy of the only node of that name and type.
template<class N>
N named(const Design& design, std::string_view name) {
    for (const N& node : design.network.all<N>())
        if (node.name == name) return node;
    return {};
}

/// The bytes of a file; empty if there is none.
std::string bytesOf(const terraform::ExportResult& result, std::string_view path);
/// All files, each under a line with its name: for comparing exports at a glance.
std::string wholeText(const terraform::ExportResult& result);
/// The block that begins with `head`, e.g. `resource "aws_eip" "nat"`, from whatever file has it; empty if
/// none.
std::string blockOf(const terraform::ExportResult& result, std::string_view head);
/// "export-two-acls subnet-1 nacl-1", one line each; of the severity asked for.
std::string codesOf(const terraform::ExportResult& result, Severity severity);
/// Top-level blocks without comments, all white space single.
std::vector<std::string> normalizedBlocks(std::string_view text);

} // namespace sekisho::test
