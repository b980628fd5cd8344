// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/survey.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace sekisho::terraform {

namespace {

/// What Terraform orders are resource blocks: groups under one label are one vertex.
struct Graph {
    std::vector<SecurityGroupId> groups; ///< in order
    std::vector<std::size_t> vertexOf;   ///< of the groups
    std::size_t count = 0;               ///< of vertices
    std::vector<std::size_t> firstEdge;  ///< of the vertices, and one more: in `edges`
    std::vector<std::size_t> edges;      ///< to other vertices
    std::vector<bool> refersToItself;    ///< one of its groups to another of them
};

Graph graphOf(const Design& design) {
    std::unordered_map<ElementId, const ResourceSet*> shared;
    for (const auto& entry : design.addresses.sets)
        if (entry.value->members.size() > 1)
            for (const ResourceMember& member : entry.value->members)
                if (member.element.kind == Kind::SecurityGroup)
                    shared.emplace(member.element, entry.value.get());
    Graph graph;
    std::map<const ResourceSet*, std::size_t> vertexOfSet;
    for (const SecurityGroup& group : design.network.all<SecurityGroup>()) {
        std::size_t vertex = graph.count;
        if (!shared.empty())
            if (const auto set = shared.find(group.id); set != shared.end())
                vertex = vertexOfSet.emplace(set->second, vertex).first->second;
        if (vertex == graph.count) ++graph.count;
        graph.groups.push_back(group.id);
        graph.vertexOf.push_back(vertex);
    }
    graph.refersToItself.resize(graph.count);
    // Sorted by where they begin, without a list for each.
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    std::size_t at = 0;
    for (const SecurityGroup& group : design.network.all<SecurityGroup>()) {
        const std::size_t from = graph.vertexOf[at++];
        for (const SecurityGroupRule& rule : group.rules) {
            const auto* peer = std::get_if<SecurityGroupId>(&rule.peer);
            if (!peer || *peer == group.id) continue;
            const auto found = std::lower_bound(graph.groups.begin(), graph.groups.end(), *peer);
            if (found == graph.groups.end() || *found != *peer) continue;
            const std::size_t to = graph.vertexOf[std::size_t(found - graph.groups.begin())];
            if (to == from)
                graph.refersToItself[from] = true;
            else
                edges.emplace_back(from, to);
        }
    }
    if (!shared.empty())
        std::stable_sort(edges.begin(), edges.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
    graph.firstEdge.resize(graph.count + 1);
    for (const auto& [from, to] : edges) {
        ++graph.firstEdge[from + 1];
        graph.edges.push_back(to);
    }
    std::partial_sum(graph.firstEdge.begin(), graph.firstEdge.end(), graph.firstEdge.begin());
    return graph;
}

} // namespace

// Tarjan's strongly connected components, with a stack of its own: a chain of groups may be long.
std::set<SecurityGroupId> groupsInCycles(const Design& design) {
    const Graph graph = graphOf(design);
    const std::size_t count = graph.count;
    constexpr std::size_t unseen = static_cast<std::size_t>(-1);
    struct Frame {
        std::size_t vertex;
        std::size_t nextEdge;
    };
    std::vector<std::size_t> index(count, unseen), low(count, 0), component;
    std::vector<bool> onStack(count, false), inCycle(count, false);
    std::vector<Frame> frames;
    std::size_t nextIndex = 0;

    const auto enter = [&](std::size_t vertex) {
        index[vertex] = low[vertex] = nextIndex++;
        component.push_back(vertex);
        onStack[vertex] = true;
        frames.push_back({vertex, graph.firstEdge[vertex]});
    };
    const auto leave = [&](std::size_t vertex) {
        if (low[vertex] != index[vertex]) return;
        // It is near the end: a search from the front would make long chains quadratic.
        const auto first = std::find(component.rbegin(), component.rend(), vertex).base() - 1;
        const bool cycle = component.end() - first > 1 || graph.refersToItself[vertex];
        for (auto it = first; it != component.end(); ++it) {
            onStack[*it] = false;
            inCycle[*it] = cycle;
        }
        component.erase(first, component.end());
    };
    for (std::size_t root = 0; root < count; ++root) {
        if (index[root] != unseen) continue;
        enter(root);
        while (!frames.empty()) {
            const std::size_t vertex = frames.back().vertex;
            if (frames.back().nextEdge < graph.firstEdge[vertex + 1]) {
                const std::size_t next = graph.edges[frames.back().nextEdge++];
                if (index[next] == unseen)
                    enter(next);
                else if (onStack[next])
                    low[vertex] = std::min(low[vertex], index[next]);
                continue;
            }
            frames.pop_back();
            if (!frames.empty()) {
                const std::size_t parent = frames.back().vertex;
                low[parent] = std::min(low[parent], low[vertex]);
            }
            leave(vertex);
        }
    }
    std::set<SecurityGroupId> result;
    for (std::size_t i = 0; i < graph.groups.size(); ++i)
        if (inCycle[graph.vertexOf[i]]) result.insert(result.end(), graph.groups[i]);
    return result;
}

} // namespace sekisho::terraform
