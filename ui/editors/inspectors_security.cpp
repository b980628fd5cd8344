// SPDX-License-Identifier: Apache-2.0
#include "ui/document/document.h"
#include "ui/editors/inspector_words.h"
#include "ui/editors/part_models.h"
#include "ui/editors/peer_words.h"
#include "ui/editors/rule_editor.h"
#include "ui/editors/sentences.h"
#include "ui/editors/table_section.h"
#include "ui/editors/text_input.h"
#include "ui/editors/traffic_words.h"
#include "ui/style/group_badge.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/text/diagnostic_text.h"

#include <QCheckBox>

#include <algorithm>

/// The inspectors of security groups, network ACLs and prefix lists.
namespace sekisho::editors {

namespace {

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// "ECS service app in 1a and 1c"
QString memberText(const Network& network, ElementId id) {
    const Node* node = network.find(id);
    QString kind;
    std::vector<SubnetId> subnets;
    if (const auto* workload = std::get_if<Workload>(node)) {
        kind = fromUtf8(text::workloadName(workload->workloadKind, style::language()));
        for (const Interface& one : workload->interfaces)
            subnets.push_back(one.subnet);
    } else if (const auto* endpoint = std::get_if<VpcEndpoint>(node)) {
        kind = kindName(Kind::VpcEndpoint);
        subnets = endpoint->subnets;
    }
    const QString name =
        Inspector::tr("%1 %2", "a kind of workload and its name").arg(capitalized(kind), nameOf(network, id));
    const QString zones = zonesText(network, subnets);
    return zones.isEmpty() ? name
                           : Inspector::tr("%1 in %2", "a member of a group and its zones").arg(name, zones);
}

/// Who can be in a group: workloads and interface endpoints of its VPC.
std::vector<Member> candidates(Inspector& page, const SecurityGroup& group) {
    const Network& network = page.design().network;
    std::vector<Member> members;
    const auto holds = [&](const std::vector<SecurityGroupId>& groups) {
        return std::find(groups.begin(), groups.end(), group.id) != groups.end();
    };
    const auto offer = [&](const auto& node) {
        members.push_back({[&page, id = node.id] { return memberText(page.design().network, id); },
                           iconOf(network, node.id), holds(node.securityGroups),
                           [group = group.id, member = node.id](const Design& design, bool on) {
                               return edits::setMembership(design, group, member, on);
                           }});
    };
    for (const Workload& workload : network.all<Workload>()) {
        const bool isNear =
            workload.interfaces.empty() ||
            std::any_of(workload.interfaces.begin(), workload.interfaces.end(),
                        [&](const Interface& one) { return vpcOf(network, one.subnet) == group.vpc; });
        if (isNear || holds(workload.securityGroups)) offer(workload);
    }
    for (const VpcEndpoint& endpoint : network.all<VpcEndpoint>()) {
        const bool isNear = endpoint.type == EndpointType::Interface && endpoint.vpc == group.vpc;
        if (isNear || holds(endpoint.securityGroups)) offer(endpoint);
    }
    return members;
}

Result<Delta> setColor(const Design& design, SecurityGroupId group, std::optional<std::uint8_t> color) {
    const Placement place{group, {}};
    const Box* old = design.diagram.boxes.find(place);
    Box box = old ? *old : Box{};
    // The chip stays where it stands.
    if (!old) box.automatic = true;
    box.color = color;
    if (box.automatic && !color) return edits::placeBoxes(design, {{place, std::nullopt}});
    return edits::placeBoxes(design, {{place, box}});
}

/// The marks in their order, and the one that the group has by its place.
std::vector<Pick> colorPicks(const Inspector& page) {
    std::vector<Pick> picks;
    const SecurityGroup* group = page.node<SecurityGroup>();
    if (!group) return picks;
    const Design& design = page.design();
    const style::GroupMark mark = style::groupMark(design, group->id);
    const Box* box = design.diagram.boxes.find({group->id, {}});
    static const char* const shapes[] = {QT_TRANSLATE_NOOP("sekisho::editors::Inspector", "Circle"),
                                         QT_TRANSLATE_NOOP("sekisho::editors::Inspector", "Square"),
                                         QT_TRANSLATE_NOOP("sekisho::editors::Inspector", "Diamond"),
                                         QT_TRANSLATE_NOOP("sekisho::editors::Inspector", "Hexagon"),
                                         QT_TRANSLATE_NOOP("sekisho::editors::Inspector", "Pentagon"),
                                         QT_TRANSLATE_NOOP("sekisho::editors::Inspector", "Octagon"),
                                         QT_TRANSLATE_NOOP("sekisho::editors::Inspector", "Shield"),
                                         QT_TRANSLATE_NOOP("sekisho::editors::Inspector", "Slant")};
    for (int i = 0; i < 2 * style::groupColors; ++i) {
        style::GroupMark one = mark;
        one.index = i;
        picks.push_back(
            {{Inspector::tr(shapes[one.color()]), one.hollow() ? Inspector::tr("hollow") : QString(),
              style::badgeIcon(one), i == style::groupColors},
             box && box->color == std::uint8_t(i),
             [id = group->id, i](const Design& d) { return setColor(d, id, std::uint8_t(i)); }});
    }
    style::GroupMark own = mark;
    picks.insert(picks.begin(),
                 {{Inspector::tr("By order"), {}, style::badgeIcon(own), false},
                  !box || !box->color,
                  [id = group->id](const Design& d) { return setColor(d, id, std::nullopt); }});
    return picks;
}

/// Who keeps a prefix list: the project, or AWS under one of its names (VPC User Guide, "AWS-managed prefix
/// lists").
std::vector<Pick> keeperPicks(const Inspector& page) {
    const PrefixList* list = page.node<PrefixList>();
    std::vector<Pick> picks;
    if (!list) return picks;
    const auto offer = [&](const QString& text, const QString& hint, const std::string& name) {
        picks.push_back(
            {{text, hint, {}, picks.size() == 1}, list->managed == name, [&page, name](const Design&) {
                 return page.changed<PrefixList>([&](PrefixList& n) {
                     n.managed = name;
                     // What AWS keeps has no entries of ours.
                     if (!name.empty()) n.entries.clear();
                 });
             }});
    };
    offer(Inspector::tr("This project", "who keeps a prefix list"), {}, {});
    static const std::pair<const char*, const char*> lists[] = {
        {"Amazon S3", "com.amazonaws.{region}.s3"},
        {"DynamoDB", "com.amazonaws.{region}.dynamodb"},
        {"CloudFront", "com.amazonaws.global.cloudfront.origin-facing"},
        {"EC2 Instance Connect", "com.amazonaws.{region}.ec2-instance-connect"},
        {"Route 53", "com.amazonaws.{region}.route53-healthchecks"},
        {"VPC Lattice", "com.amazonaws.{region}.vpc-lattice"},
    };
    bool isKnown = list->managed.empty();
    for (const auto& [service, name] : lists) {
        offer(Inspector::tr("AWS (%1)").arg(QLatin1String(service)), {}, name);
        isKnown = isKnown || list->managed == name;
    }
    if (!isKnown) offer(Inspector::tr("AWS (%1)").arg(clean(list->managed)), {}, list->managed);
    return picks;
}

} // namespace

void buildSecurityGroup(Inspector& page) {
    page.addHeader([&page] {
        const SecurityGroup* group = page.node<SecurityGroup>();
        int members = 0;
        const auto count = [&](const auto& nodes) {
            for (const auto& node : nodes)
                members += std::count(node.securityGroups.begin(), node.securityGroups.end(), group->id) > 0;
        };
        count(page.design().network.all<Workload>());
        count(page.design().network.all<VpcEndpoint>());
        return Inspector::tr("Security group · %1 · stateful")
            .arg(Inspector::tr("%n member(s)", nullptr, members));
    });
    page.section();
    page.addName();
    addTemplate(
        page, Inspector::tr("AWS name"),
        Inspector::tr("GroupName in AWS, ASCII. {project} and {environment} are filled in. A new name makes "
                      "AWS replace the group."),
        "aws_name",
        [&page] {
            const SecurityGroup* group = page.node<SecurityGroup>();
            return group ? QString::fromStdString(group->awsName.toString()) : QString();
        },
        [&page](const NameTemplate& name) {
            return page.changed<SecurityGroup>([&](SecurityGroup& n) { n.awsName = name; });
        });
    page.addAddresses();
    page.members(Inspector::tr("Members"), Inspector::tr("Add member"),
                 Inspector::tr("Who stands behind the group: its rules hold for their network interfaces."),
                 {}, [&page] {
                     const SecurityGroup* group = page.node<SecurityGroup>();
                     return group ? candidates(page, *group) : std::vector<Member>();
                 });
    page.addRules();
    page.section(Inspector::tr("More"));
    page.text<SecurityGroup>(
        Inspector::tr("Description"),
        Inspector::tr("Stands in AWS and cannot be changed there: a new one makes AWS replace the group."),
        "description", [](const SecurityGroup& n) { return QString::fromStdString(n.description); },
        [](SecurityGroup& n, const QString& typed) {
            n.description = typed.simplified().toStdString();
            return Verdict{};
        });
    page.pick(Inspector::tr("Mark"),
              Inspector::tr("The colour and shape by which the drawing tells groups apart."), "color",
              [&page] { return colorPicks(page); });
    page.check<SecurityGroup>(
        Inspector::tr("Default group of the VPC"),
        Inspector::tr("The group that AWS made with the VPC; Terraform takes it over instead of making one."),
        "is_default", [](const SecurityGroup& n) { return n.isDefault; },
        [](SecurityGroup& n, bool on) { n.isDefault = on; });
    page.addNameTagAndTags();
}

void buildNetworkAcl(Inspector& page) {
    page.addHeader([&page] {
        const NetworkAcl* acl = page.node<NetworkAcl>();
        const auto active = std::count_if(acl->associations.begin(), acl->associations.end(),
                                          [](const auto& one) { return one.active; });
        return Inspector::tr("Network ACL · %1 · stateless")
            .arg(Inspector::tr("%n subnet(s)", nullptr, int(active)));
    });
    page.section();
    page.addName();
    page.addAddresses();
    page.addRules();
    page.section(Inspector::tr("Subnets"));
    page.ticks(
        Inspector::tr("In force"),
        Inspector::tr(
            "The subnets whose border it guards. Another ACL of a subnet gives way: a subnet has one."),
        "active", [&page] {
            const NetworkAcl* acl = page.node<NetworkAcl>();
            std::vector<Tick> ticks;
            if (!acl) return ticks;
            const Network& network = page.design().network;
            for (const Subnet* subnet : subnetsOf(network, acl->vpc)) {
                const auto own = std::find_if(acl->associations.begin(), acl->associations.end(),
                                              [&](const auto& one) { return one.subnet == subnet->id; });
                const bool isDrawn = own != acl->associations.end();
                const bool isActive = isDrawn && own->active;
                const NetworkAcl* other = activeAclOf(network, subnet->id);
                QString tip;
                if (!isActive && other)
                    tip = Inspector::tr("Guarded by %1 now.").arg(nameOf(network, other->id));
                if (!isActive && !other)
                    tip = Inspector::tr("Guarded by the default ACL of the VPC, which lets all pass.");
                ticks.push_back({subnetLine(network, *subnet), iconOf(network, subnet->id), tip, isActive,
                                 [id = acl->id, subnet = subnet->id,
                                  association = isDrawn ? own->id : NetworkAclAssociationId{}](
                                     const Design& design, bool on) {
                                     return on ? edits::associateNetworkAcl(design, id, subnet)
                                               : edits::setAssociationActive(design, association, false);
                                 }});
            }
            return ticks;
        });
    page.ticks(
        Inspector::tr("Only drawn"),
        Inspector::tr(
            "Associations that are kept in the drawing but are not in force. Untick one to forget it."),
        "drawn", [&page] {
            const NetworkAcl* acl = page.node<NetworkAcl>();
            std::vector<Tick> ticks;
            if (!acl) return ticks;
            for (const NetworkAclAssociation& one : acl->associations)
                if (!one.active)
                    ticks.push_back({nameOf(page.design().network, one.subnet),
                                     iconOf(page.design().network, one.subnet),
                                     {},
                                     true,
                                     [id = one.id](const Design& design, bool) {
                                         return edits::removeElements(design, {id});
                                     }});
            return ticks;
        });
    page.addNote([] {
        return Inspector::tr("A subnet that is not ticked is guarded by another ACL, or by the default one. "
                             "What is only drawn is neither exported nor counted.");
    });
    page.section();
    page.check<NetworkAcl>(
        Inspector::tr("Default ACL of the VPC"),
        Inspector::tr("The ACL that AWS made with the VPC; Terraform takes it over instead of making one."),
        "is_default", [](const NetworkAcl& n) { return n.isDefault; },
        [](NetworkAcl& n, bool on) { n.isDefault = on; });
    page.addNameTagAndTags();
}

void buildPrefixList(Inspector& page) {
    const auto isOwn = [&page] {
        const PrefixList* list = page.node<PrefixList>();
        return list && list->managed.empty();
    };
    page.addHeader([&page, isOwn] {
        const PrefixList* list = page.node<PrefixList>();
        return isOwn() ? Inspector::tr("Prefix list · %1")
                             .arg(Inspector::tr("%n entries", nullptr, int(list->entries.size())))
                       : Inspector::tr("Prefix list of AWS");
    });
    page.section();
    page.addName();
    page.addAddresses();
    page.pick(Inspector::tr("Kept by"),
              Inspector::tr("A list of your own, with the entries below, or one whose entries AWS keeps."),
              {}, [&page] { return keeperPicks(page); });
    TextField* managed = page.text<PrefixList>(
        Inspector::tr("AWS list"),
        Inspector::tr("The name of a list that AWS keeps, such as com.amazonaws.{region}.s3."), "managed",
        [](const PrefixList& n) { return QString::fromStdString(n.managed); },
        [](PrefixList& n, const QString& typed) {
            if (plain(typed).isEmpty())
                return Verdict{Inspector::tr("Give the name of a list, like com.amazonaws.{region}.s3."), {}};
            n.managed = plain(typed).toStdString();
            return Verdict{};
        });
    page.showOnly(managed, [isOwn] { return !isOwn(); });
    TextField* name = addTemplate(
        page, Inspector::tr("AWS name"),
        Inspector::tr("The name of the list in AWS. {project} and {environment} are filled in."), "aws_name",
        [&page] {
            const PrefixList* list = page.node<PrefixList>();
            return list ? QString::fromStdString(list->awsName.toString()) : QString();
        },
        [&page](const NameTemplate& given) {
            return page.changed<PrefixList>([&](PrefixList& n) { n.awsName = given; });
        });
    page.showOnly(name, isOwn);
    ChoiceBox* family = page.pick(
        Inspector::tr("Family"), Inspector::tr("A list holds blocks of one family only."), "family", [&page] {
            const PrefixList* list = page.node<PrefixList>();
            std::vector<Pick> picks;
            if (!list) return picks;
            for (const auto& [value, text] :
                 {std::pair(IpFamily::V4, "IPv4"), std::pair(IpFamily::V6, "IPv6")})
                picks.push_back({{QLatin1String(text), {}, {}, false},
                                 list->family == value,
                                 [&page, value = value](const Design&) {
                                     return page.changed<PrefixList>(
                                         [&](PrefixList& n) { n.family = value; });
                                 }});
            return picks;
        });
    page.showOnly(family, isOwn);
    TextField* most = page.text<PrefixList>(
        Inspector::tr("Max entries"),
        Inspector::tr("How many rules the list counts for in a group or table that uses it."), "max_entries",
        [](const PrefixList& n) { return QString::number(n.maxEntries); },
        [](PrefixList& n, const QString& typed) {
            bool isNumber = false;
            const uint number = plain(typed).toUInt(&isNumber);
            if (!isNumber || number < 1 || number > 1000)
                return Verdict{Inspector::tr("Write a number from 1 to 1000."), {}};
            n.maxEntries = number;
            return Verdict{};
        });
    page.showOnly(most, isOwn);
    TableSection* entries = page.addTable(
        new PrefixEntriesModel(page.context().document, page.context().facts), Inspector::tr("Entries"));
    page.onRefresh([entries, isOwn] { entries->setReadOnly(!isOwn()); });
    page.addNameTagAndTags();
}

} // namespace sekisho::editors
