// SPDX-License-Identifier: Apache-2.0
//
// What AWS refuses about a resource beside the others of the account: judged while it is planned, where the
// references can be followed. Where one cannot (a value that nothing is known of), nothing is refused.
'use strict';

const { idOf, isKnown, same } = require('./values');
const { parseCidr, contains, overlaps } = require('./net');
const { separateRuleKey, rulesInside, ACL_LIMIT } = require('./traffic_rules');

// Terraform plans independent resources in any order: what may still come is waited for this long;
// much longer than a plan takes, since it costs time only where something is refused.
const PATIENCE_MS = 2000;
const STEP_MS = 10;

async function eventually(condition) {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    if (condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  return condition();
}

const block = (value) => (isKnown(value) ? parseCidr(value) : null);
const sameId = (a, b) => idOf(a) !== null && idOf(a) === idOf(b);
const isSet = (value) => value !== null && value !== undefined && value !== '';
const list = (value) => (Array.isArray(value) ? value : []);

/// One planned resource among the others.
class Fit {
  constructor(planned, world) {
    this.values = planned.values;
    this.isNew = planned.isNew;
    this.world = world;
    this.findings = [];
  }
  refuse(attribute, summary) { this.findings.push({ summary, detail: `Argument ${attribute}.`, attribute }); }
  find(name) { return this.world.find(this.values[name])?.values; }
  /// The other planned resources of a type that refer to the same thing by `name`.
  siblings(type, name) {
    return this.world.plannedOf(type).map((entry) => entry.values)
      .filter((other) => other !== this.values && sameId(other[name], this.values[name]));
  }
  /// Two things that must be of one VPC: each a reference by name to a resource with a vpc_id.
  oneVpc(a, b) {
    const [first, second] = [this.find(a)?.vpc_id, this.find(b)?.vpc_id];
    if (idOf(first) && idOf(second) && !sameId(first, second)) this.refuse(b, `${a} and ${b} belong to different VPCs`);
  }
}

/// The IPv4 blocks of a VPC, as far as they are known now.
function vpcBlocks(fit) {
  const associations = fit.siblings('aws_vpc_ipv4_cidr_block_association', 'vpc_id').map((other) => other.cidr_block);
  return [fit.find('vpc_id')?.cidr_block, ...associations].map(block).filter(Boolean);
}

async function subnet(fit) {
  const own = block(fit.values.cidr_block);
  if (own && fit.find('vpc_id') && isKnown(fit.find('vpc_id').cidr_block)) {
    const inside = await eventually(() => vpcBlocks(fit).some((outer) => contains(outer, own)));
    if (!inside) fit.refuse('cidr_block', `InvalidSubnet.Range: the CIDR "${own.text}" is outside its VPC's ${vpcBlocks(fit).map((b) => b.text).join(', ')}`);
  }
  const v6 = block(fit.values.ipv6_cidr_block);
  const vpcV6 = block(fit.find('vpc_id')?.ipv6_cidr_block);
  if (v6 && vpcV6 && !contains(vpcV6, v6)) fit.refuse('ipv6_cidr_block', `InvalidSubnet.Range: the CIDR "${v6.text}" is outside its VPC's ${vpcV6.text}`);
  for (const other of fit.siblings('aws_subnet', 'vpc_id')) {
    for (const name of ['cidr_block', 'ipv6_cidr_block']) {
      const [mine, theirs] = [block(fit.values[name]), block(other[name])];
      if (mine && theirs && overlaps(mine, theirs)) fit.refuse(name, `InvalidSubnet.Conflict: the CIDR "${mine.text}" overlaps the subnet ${theirs.text} of the same VPC`);
    }
  }
  const { availability_zone: zone, region } = fit.values;
  if (isKnown(zone) && !zone.startsWith(region)) fit.refuse('availability_zone', `InvalidParameterValue: the Availability Zone "${zone}" is not of the Region ${region}`);
}

function cidrAssociation(fit) {
  const own = block(fit.values.cidr_block);
  if (own && vpcBlocks(fit).some((other) => overlaps(own, other))) fit.refuse('cidr_block', `the CIDR "${own.text}" overlaps another block of its VPC`);
}

// The destination's name in aws_route -> in an inline route.
const DESTINATIONS = { destination_cidr_block: 'cidr_block', destination_ipv6_cidr_block: 'ipv6_cidr_block', destination_prefix_list_id: 'destination_prefix_list_id' };

function route(fit) {
  for (const other of fit.siblings('aws_route', 'route_table_id')) {
    for (const name of Object.keys(DESTINATIONS)) {
      const value = fit.values[name];
      const equal = isSet(value) && (isKnown(value) ? same(value, other[name]) : sameId(value, other[name]));
      if (equal) fit.refuse(name, `RouteAlreadyExists: the route table has a route to ${idOf(value) ?? value} already`);
    }
  }
  if (list(fit.find('route_table_id')?.route).length > 0) fit.refuse('route_table_id', 'the route table has inline routes: they and aws_route resources undo each other');
  for (const name of ['gateway_id', 'nat_gateway_id', 'egress_only_gateway_id', 'vpc_endpoint_id']) fit.oneVpc('route_table_id', name);
}

async function natGateway(fit) {
  for (const other of fit.world.plannedOf('aws_nat_gateway').map((entry) => entry.values)) {
    if (other !== fit.values && sameId(other.allocation_id, fit.values.allocation_id)) {
      fit.refuse('allocation_id', 'Resource.AlreadyAssociated: two NAT gateways use one Elastic IP address');
    }
  }
  if (fit.values.connectivity_type === 'private') return;
  const vpc = fit.values.availability_mode === 'regional' ? fit.values.vpc_id : fit.find('subnet_id')?.vpc_id;
  if (!idOf(vpc)) return;
  const attached = () => fit.world.plannedOf('aws_internet_gateway').some(({ values }) => sameId(values.vpc_id, vpc) || !idOf(values.vpc_id))
    || fit.world.standingOf('aws_internet_gateway').some(({ values }) => sameId(values.vpc_id, vpc));
  if (!await eventually(attached)) fit.refuse('subnet_id', 'Gateway.NotAttached: the VPC of a public NAT gateway has no internet gateway attached');
}

function separateGroupRule(direction) {
  return (fit) => {
    const group = fit.find('security_group_id');
    const key = separateRuleKey(fit.values);
    const twin = (other) => key !== null && separateRuleKey(other) === key;
    // Rules that the configuration says nothing of any more are in AWS all the same.
    // (A group that is not planned in this run does not change.)
    const owner = fit.world.find(fit.values.security_group_id);
    const isKept = owner !== undefined && (owner.kept?.has(direction) ?? true);
    if (list(group?.[direction]).length > 0 && !isKept) {
      fit.refuse('security_group_id', `the security group has inline ${direction} rules: they and separate rules undo each other`);
    } else if (isKept && fit.isNew && rulesInside(group).some((rule) => rule.direction === direction && twin(rule.values))) {
      fit.refuse('security_group_id', 'InvalidPermission.Duplicate: the group has this rule already, from the time when it stood inside');
    }
    if (fit.siblings(`aws_vpc_security_group_${direction}_rule`, 'security_group_id').some(twin)) {
      fit.refuse('security_group_id', 'InvalidPermission.Duplicate: duplicate security group rule: the same protocol, ports and source or destination stand twice');
    }
  };
}

function securityGroup(fit) {
  const name = fit.values.name;
  const twin = (other) => isKnown(name) && isKnown(other.name) && other.name.toLowerCase() === name.toLowerCase();
  if (fit.siblings('aws_security_group', 'vpc_id').some(twin)) fit.refuse('name', `InvalidGroup.Duplicate: the security group "${name}" already exists in its VPC`);
  for (const direction of ['ingress', 'egress']) {
    for (const source of list(fit.values[direction]).flatMap((rule) => list(rule.security_groups))) {
      const vpc = fit.world.find(source)?.values.vpc_id;
      // A group of a peered VPC may be named, so that only a VPC without any peering is certain.
      const peered = fit.world.plannedOf('aws_vpc_peering_connection').length > 0;
      if (idOf(vpc) && idOf(fit.values.vpc_id) && !sameId(vpc, fit.values.vpc_id) && !peered) {
        fit.refuse(direction, 'InvalidGroup.NotFound: a rule names a security group of another VPC');
      }
    }
  }
}

function aclRule(fit) {
  const acl = fit.find('network_acl_id');
  const direction = fit.values.egress ? 'egress' : 'ingress';
  if (list(acl?.[direction]).length > 0) fit.refuse('network_acl_id', `the network ACL has inline ${direction} rules: they and aws_network_acl_rule resources undo each other`);
  const others = fit.siblings('aws_network_acl_rule', 'network_acl_id').filter((other) => Boolean(other.egress) === Boolean(fit.values.egress));
  if (others.some((other) => isKnown(other.rule_number) && same(other.rule_number, fit.values.rule_number))) {
    fit.refuse('rule_number', `NetworkAclEntryAlreadyExists: duplicate network ACL rule number: ${fit.values.rule_number} stands twice in ${direction}`);
  }
  if (others.length >= ACL_LIMIT) fit.refuse('network_acl_id', `NetworkAclEntryLimitExceeded: a network ACL takes at most ${ACL_LIMIT} ${direction} rules`);
}

const once = (type, name, what) => (fit) => {
  if (fit.siblings(type, name).length > 0) fit.refuse(name, what);
};

function aclAssociation(fit) {
  once('aws_network_acl_association', 'subnet_id', 'one subnet has two network ACL associations')(fit);
  fit.oneVpc('network_acl_id', 'subnet_id');
  const listed = fit.world.plannedOf('aws_network_acl').some(({ values }) => list(values.subnet_ids).some((id) => sameId(id, fit.values.subnet_id)));
  if (listed) fit.refuse('subnet_id', 'the subnet stands in the subnet_ids of a network ACL too: that and the association undo each other');
}

function routeTableAssociation(fit) {
  once('aws_route_table_association', 'subnet_id', 'Resource.AlreadyAssociated: one subnet has two route table associations')(fit);
  fit.oneVpc('route_table_id', 'subnet_id');
}

function prefixListEntry(fit) {
  const own = fit.find('prefix_list_id');
  const cidr = block(fit.values.cidr);
  const others = fit.siblings('aws_ec2_managed_prefix_list_entry', 'prefix_list_id');
  if (cidr && others.some((other) => block(other.cidr)?.text === cidr.text)) fit.refuse('cidr', `duplicate prefix list entry: ${cidr.text}`);
  if (!own) return;
  const family = { IPv4: 4, IPv6: 6 }[own.address_family];
  if (cidr && family && cidr.family !== family) fit.refuse('cidr', `"${cidr.text}" is not an ${own.address_family} CIDR block, as its prefix list demands`);
  const count = list(own.entry).length + others.length + 1;
  if (isKnown(own.max_entries) && count > own.max_entries) fit.refuse('prefix_list_id', `${count} prefix list entries, but max_entries is ${own.max_entries}`);
}

function endpoint(fit) {
  const { values } = fit;
  const vpc = fit.find('vpc_id');
  if (values.private_dns_enabled === true && vpc) {
    const off = ['enable_dns_support', 'enable_dns_hostnames'].filter((name) => vpc[name] === false || (name === 'enable_dns_hostnames' && !isKnown(vpc[name])));
    if (off.length > 0) fit.refuse('private_dns_enabled', `InvalidParameter: enabling private DNS requires both enable_dns_support and enable_dns_hostnames of the VPC set to true (${off.join(', ')})`);
  }
  const serviceRegion = /^com\.amazonaws\.([a-z]{2}(?:-[a-z]+)+-[0-9])\./.exec(isKnown(values.service_name) ? values.service_name : '')?.[1];
  if (serviceRegion && !isKnown(values.service_region) && serviceRegion !== values.region) {
    fit.refuse('service_name', `InvalidServiceName: the service "${values.service_name}" does not exist in the Region ${values.region}`);
  }
  const zones = list(values.subnet_ids).map((id) => fit.world.find(id)?.values.availability_zone).filter(isKnown);
  if (values.vpc_endpoint_type === 'Interface' && new Set(zones).size < zones.length) {
    fit.refuse('subnet_ids', 'DuplicateSubnetsInSameZone: an interface endpoint takes one subnet per Availability Zone');
  }
  for (const name of ['subnet_ids', 'route_table_ids', 'security_group_ids']) {
    const strangers = list(values[name]).filter((id) => {
      const home = fit.world.find(id)?.values.vpc_id;
      return idOf(home) && idOf(values.vpc_id) && !sameId(home, values.vpc_id);
    });
    if (strangers.length > 0) fit.refuse(name, `${name} names a resource of another VPC`);
  }
}

function peering(fit) {
  const { values, world } = fit;
  if (sameId(values.vpc_id, values.peer_vpc_id)) fit.refuse('peer_vpc_id', 'a VPC cannot be peered with itself');
  const [a, b] = ['vpc_id', 'peer_vpc_id'].map((name) => block(world.find(values[name])?.values.cidr_block));
  if (a && b && !sameId(values.vpc_id, values.peer_vpc_id) && overlaps(a, b)) fit.refuse('peer_vpc_id', `the CIDR blocks of the two VPCs overlap: ${a.text}, ${b.text}`);
}

const FITS = {
  aws_subnet: subnet,
  aws_vpc_ipv4_cidr_block_association: cidrAssociation,
  aws_internet_gateway: once('aws_internet_gateway', 'vpc_id', 'InvalidParameterValue: the VPC has an internet gateway attached already'),
  aws_route: route,
  aws_route_table_association: routeTableAssociation,
  aws_nat_gateway: natGateway,
  aws_security_group: securityGroup,
  aws_vpc_security_group_ingress_rule: separateGroupRule('ingress'),
  aws_vpc_security_group_egress_rule: separateGroupRule('egress'),
  aws_network_acl_rule: aclRule,
  aws_network_acl_association: aclAssociation,
  aws_ec2_managed_prefix_list_entry: prefixListEntry,
  aws_vpc_endpoint: endpoint,
  aws_vpc_peering_connection: peering,
};

/// What is wrong with a planned resource of the world, {values, isNew}: [{summary, detail, attribute}].
async function misfits(type, planned, world) {
  const fit = new Fit(planned, world);
  await FITS[type]?.(fit);
  return fit.findings;
}

module.exports = { misfits };
