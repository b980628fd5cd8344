// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/survey.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace sekisho::terraform {

namespace {

/// What Terraform orders are resource blocks: groups under one label are one vertex.
struct Graph {
    std::vector<std::vector<SecurityGroupId>> groups; ///< of a vertex
    std::vector<std::vector<std::size_t>> edges;      ///< to other vertices
    std::vector<bool> refersToItself;                 ///< one of its groups to another of them
};

Graph graphOf(const Design& design) {
    std::unordered_map<ElementId, const ResourceSet*> shared;
    for (const auto& entry : design.addresses.sets)
        if (entry.value->members.size() > 1)
            for (const ResourceMember& member : entry.value->members)
                if (member.element.kind == Kind::SecurityGroup)
                    shared.emplace(member.element, entry.value.get());
    Graph graph;
    std::unordered_map<ElementId, std::size_t> vertexOf;
    std::map<const ResourceSet*, std::size_t> vertexOfSet;
    for (const SecurityGroup& group : design.network.all<SecurityGroup>()) {
        std::size_t vertex = graph.groups.size();
        if (const auto set = shared.find(group.id); set != shared.end())
            vertex = vertexOfSet.emplace(set->second, vertex).first->second;
        if (vertex == graph.groups.size()) graph.groups.emplace_back();
        graph.groups[vertex].push_back(group.id);
        vertexOf.emplace(group.id, vertex);
    }
    graph.edges.resize(graph.groups.size());
    graph.refersToItself.resize(graph.groups.size());
    for (const SecurityGroup& group : design.network.all<SecurityGroup>()) {
        const std::size_t from = vertexOf.at(group.id);
        for (const SecurityGroupRule& rule : group.rules) {
            const auto* peer = std::get_if<SecurityGroupId>(&rule.peer);
            const auto to = peer && *peer != group.id ? vertexOf.find(*peer) : vertexOf.end();
            if (to == vertexOf.end()) continue;
            if (to->second == from)
                graph.refersToItself[from] = true;
            else
                graph.edges[from].push_back(to->second);
        }
    }
    return graph;
}

} // namespace

// Tarjan's strongly connected components, with a stack of its own: a chain of groups may be long.
std::set<SecurityGroupId> groupsInCycles(const Design& design) {
    const Graph graph = graphOf(design);
    const std::size_t count = graph.groups.size();
    constexpr std::size_t unseen = static_cast<std::size_t>(-1);
    struct Frame {
        std::size_t vertex;
        std::size_t nextEdge;
    };
    std::vector<std::size_t> index(count, unseen), low(count, 0), component;
    std::vector<bool> onStack(count, false);
    std::vector<Frame> frames;
    std::set<SecurityGroupId> result;
    std::size_t nextIndex = 0;

    const auto enter = [&](std::size_t vertex) {
        index[vertex] = low[vertex] = nextIndex++;
        component.push_back(vertex);
        onStack[vertex] = true;
        frames.push_back({vertex, 0});
    };
    const auto leave = [&](std::size_t vertex) {
        if (low[vertex] != index[vertex]) return;
        // It is near the end: a search from the front would make long chains quadratic.
        const auto first = std::find(component.rbegin(), component.rend(), vertex).base() - 1;
        const bool cycle = component.end() - first > 1 || graph.refersToItself[vertex];
        for (auto it = first; it != component.end(); ++it) {
            onStack[*it] = false;
            if (cycle) result.insert(graph.groups[*it].begin(), graph.groups[*it].end());
        }
        component.erase(first, component.end());
    };
    for (std::size_t root = 0; root < count; ++root) {
        if (index[root] != unseen) continue;
        enter(root);
        while (!frames.empty()) {
            const std::size_t vertex = frames.back().vertex;
            if (frames.back().nextEdge < graph.edges[vertex].size()) {
                const std::size_t next = graph.edges[vertex][frames.back().nextEdge++];
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
    return result;
}

} // namespace sekisho::terraform
