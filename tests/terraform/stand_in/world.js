// SPDX-License-Identifier: Apache-2.0
//
// The imaginary account: which resources there are, what AWS fills in, and how a new resource must fit the
// others (see fit.js).
//
// A resource's id is made from its arguments. Terraform must not learn it before apply; but while a run is
// linked, it gets the id as an unknown value that begins with it and carries this along references, so that
// resources planned in one run can be judged together. (A linked plan cannot be applied: what else becomes
// known meanwhile may alter the id, and terraform holds a provider to the beginning it promised.)
'use strict';

const crypto = require('node:crypto');
const { Unknown, UNKNOWN, idOf, isKnown, canonical, hasUnknown } = require('./values');
const { parseCidr, nthAddress } = require('./net');
const { misfits } = require('./fit');
const { rulesInside, separateRuleKey } = require('./traffic_rules');

const ACCOUNT = '123456789012';

const ID_PREFIX = {
  aws_vpc: 'vpc', aws_vpc_ipv4_cidr_block_association: 'vpc-cidr-assoc', aws_vpc_ipv6_cidr_block_association: 'vpc-cidr-assoc',
  aws_subnet: 'subnet', aws_internet_gateway: 'igw', aws_egress_only_internet_gateway: 'eigw', aws_route_table: 'rtb',
  aws_route: 'r-rtb', aws_route_table_association: 'rtbassoc', aws_main_route_table_association: 'rtbassoc',
  aws_eip: 'eipalloc', aws_nat_gateway: 'nat', aws_security_group: 'sg', aws_vpc_security_group_ingress_rule: 'sgr',
  aws_vpc_security_group_egress_rule: 'sgr', aws_network_acl: 'acl', aws_network_acl_rule: 'nacl',
  aws_network_acl_association: 'aclassoc', aws_ec2_managed_prefix_list: 'pl', aws_ec2_managed_prefix_list_entry: 'ple',
  aws_vpc_endpoint: 'vpce', aws_vpc_peering_connection: 'pcx', aws_flow_log: 'fl',
};

// Resources that adopt what AWS made: their id is the adopted thing's.
const ADOPTED = {
  aws_default_route_table: 'default_route_table_id', aws_default_network_acl: 'default_network_acl_id',
  aws_vpc_peering_connection_accepter: 'vpc_peering_connection_id',
  aws_vpc_peering_connection_options: 'vpc_peering_connection_id', aws_vpc_endpoint_policy: 'vpc_endpoint_id',
};

// Resources whose id is their name.
const NAMED = new Set(['aws_iam_role', 'aws_cloudwatch_log_group']);

const digest = (...parts) => crypto.createHash('sha256').update(parts.join('\n')).digest('hex');
const hexId = (prefix, ...seed) => `${prefix}-${digest(prefix, ...seed).slice(0, 17)}`;
const pick = (limit, ...seed) => Number.parseInt(digest(...seed).slice(0, 8), 16) % limit;

// Resources that share the id of another resource, which is the one a reference means.
const SHADOWS = new Set(['aws_vpc_peering_connection_accepter', 'aws_vpc_peering_connection_options', 'aws_vpc_endpoint_policy']);
const keyOf = (type, id) => (SHADOWS.has(type) ? `${type} ${id}` : id);

class World {
  #linked = false;
  #standing = new Map();  // id -> {type, values}: created and not yet destroyed
  #planned = new Map();   // id -> {type, values}: planned in this run

  beginRun(linked) {
    this.#linked = linked;
    this.#planned.clear();
  }

  keep(type, values) { if (values) this.#standing.set(keyOf(type, values.id), { type, values }); }
  remove(type, values) { this.#standing.delete(keyOf(type, values.id)); }

  /// The resource behind a reference: {type, values}, or undefined.
  find(value) {
    const id = idOf(value);
    return this.#planned.get(id) ?? this.#standing.get(id);
  }
  plannedOf(type) { return [...this.#planned.values()].filter((entry) => entry.type === type); }
  standingOf(type) { return [...this.#standing.values()].filter((entry) => entry.type === type); }

  /// In a linked run: gives a planned resource its id, and the ids of what AWS makes along with it, as
  /// unknowns that tell them.
  name(type, planned) {
    if (!this.#linked) return;
    if (planned.id instanceof Unknown) {
      const id = this.#newId(type, planned);
      planned.id = id ? new Unknown(id) : UNKNOWN;
    }
    const id = idOf(planned.id);
    const derive = (attribute, value) => {
      if (planned[attribute] instanceof Unknown && value) planned[attribute] = new Unknown(value);
    };
    if (type === 'aws_vpc') {
      derive('default_security_group_id', hexId('sg', id));
      derive('default_network_acl_id', hexId('acl', id));
      derive('default_route_table_id', hexId('rtb', id));
      derive('main_route_table_id', hexId('rtb', id));
    }
    if (type === 'aws_eip') derive('allocation_id', id);
    if (type === 'aws_nat_gateway' && planned.availability_mode === 'regional') derive('route_table_id', hexId('rtb', id));
  }

  #newId(type, planned) {
    if (ADOPTED[type]) return idOf(planned[ADOPTED[type]]);
    if (type === 'aws_default_security_group') return idOf(this.find(planned.vpc_id)?.values.default_security_group_id);
    if (NAMED.has(type)) return null;
    const arguments_ = canonical({ ...planned, tags_all: null });
    for (let copy = 0; ; ++copy) {
      const id = hexId(ID_PREFIX[type] ?? type.replace(/^aws_/, '').replaceAll('_', '-'), arguments_, copy);
      if (!this.#planned.has(id) && !this.#standing.has(id)) return id;
    }
  }

  /// Adds a planned resource to this run, and tells what AWS would refuse about it beside the others. `prior`
  /// is what it was, null for a new one; `kept` names the attributes that stay although nobody mentions them.
  async join(type, planned, prior, kept) {
    const id = idOf(planned.id);
    const entry = { type, values: planned, isNew: prior === null, kept };
    this.#planned.set(id ? keyOf(type, id) : Symbol(type), entry);
    return misfits(type, entry, this);
  }

  /// The rules of the groups that stand, as the EC2 API lists them: {id, direction, values}.
  groupRules() {
    const types = { aws_vpc_security_group_ingress_rule: 'ingress', aws_vpc_security_group_egress_rule: 'egress' };
    const resources = Object.entries(types).flatMap(([type, direction]) =>
      this.standingOf(type).map(({ values }) => ({ id: values.id, direction, values })));
    const identity = ({ direction, values }) => `${values.security_group_id} ${direction} ${separateRuleKey(values)}`;
    const listed = new Set(resources.map(identity));
    const inside = ['aws_security_group', 'aws_default_security_group'].flatMap((type) => this.standingOf(type))
      .flatMap(({ values }) => rulesInside(values)).filter((rule) => !listed.has(identity(rule)));
    return [...resources, ...inside.map((rule) => ({ id: hexId('sgr', identity(rule)), ...rule }))];
  }

  /// What a planned resource looks like once it exists: every unknown filled in.
  create(type, schema, planned) {
    const values = { ...planned };
    if (NAMED.has(type) && values.name instanceof Unknown) values.name = this.#text(type, 'name', values, canonical(values));
    if (values.id instanceof Unknown) {
      values.id = NAMED.has(type) ? values.name : this.#newId(type, values) ?? hexId(type.replaceAll('_', '-'), canonical(values));
    }
    for (const [name, [, type_]] of Object.entries(schema.a ?? {})) {
      if (values[name] instanceof Unknown) values[name] = this.#computed(type, name, type_, values);
    }
    for (const [name, nested] of Object.entries(schema.b ?? {})) {
      const fill = (block) => block && Object.fromEntries(
        Object.entries(block).map(([key, value]) => [key, value instanceof Unknown ? '' : value]));
      if (Array.isArray(values[name])) values[name] = values[name].map(fill);
      else if (nested[0] === 'single') values[name] = fill(values[name]);
    }
    if (hasUnknown(values)) throw new Error(`${type}: a value is still unknown: ${canonical(values)}`);
    this.keep(type, values);
    return values;
  }

  #computed(type, name, ctyType, values) {
    if (name === 'tags_all') return { ...values.tags };
    if (ctyType === 'string') return this.#text(type, name, values, values.id);
    if (ctyType === 'bool') return false;
    if (ctyType === 'number') return name === 'version' ? 1 : 0;
    return this.#collection(type, name, ctyType, values);
  }

  #collection(type, name, ctyType, values) {
    if (type === 'aws_vpc_endpoint' && values.vpc_endpoint_type === 'Interface') {
      if (name === 'network_interface_ids') return (isKnown(values.subnet_ids) ? values.subnet_ids : []).map((subnet) => hexId('eni', values.id, subnet));
      if (name === 'dns_entry') return [{ dns_name: `${values.id}.vpce.amazonaws.com`, hosted_zone_id: 'Z1HUB23UULQXV' }];
      if (name === 'security_group_ids') return [this.find(values.vpc_id)?.values.default_security_group_id ?? hexId('sg', values.vpc_id)];
    }
    if (type === 'aws_vpc_endpoint' && values.vpc_endpoint_type === 'Gateway' && name === 'cidr_blocks') return ['198.18.0.0/24'];
    return ctyType[0] === 'map' ? {} : [];
  }

  /// A computed text; `id` is the resource's.
  #text(type, name, values, id) {
    const region = values.region;
    const exact = {
      'aws_vpc.dhcp_options_id': () => 'dopt-0123456789abcdef0',
      'aws_vpc.default_security_group_id': () => hexId('sg', id),
      'aws_vpc.default_network_acl_id': () => hexId('acl', id),
      'aws_vpc.default_route_table_id': () => hexId('rtb', id),
      'aws_vpc.main_route_table_id': () => hexId('rtb', id),
      'aws_vpc.ipv6_cidr_block': () => (values.assign_generated_ipv6_cidr_block ? this.#ipv6Block(id) : ''),
      'aws_vpc.ipv6_association_id': () => (values.assign_generated_ipv6_cidr_block ? hexId('vpc-cidr-assoc', id) : ''),
      'aws_vpc_ipv6_cidr_block_association.ipv6_cidr_block': () => this.#ipv6Block(id),
      'aws_subnet.availability_zone': () => `${region}a`,
      'aws_subnet.availability_zone_id': () => `${region}-az${pick(3, values.availability_zone) + 1}`,
      'aws_subnet.private_dns_hostname_type_on_launch': () => 'ip-name',
      'aws_subnet.ipv6_cidr_block_association_id': () => (values.ipv6_cidr_block ? hexId('subnet-cidr-assoc', id) : ''),
      'aws_route.origin': () => 'CreateRoute',
      'aws_route.state': () => 'active',
      'aws_eip.allocation_id': () => id,
      'aws_eip.domain': () => 'vpc',
      'aws_eip.public_ip': () => this.#publicAddress(id),
      'aws_eip.public_dns': () => `ec2-${values.public_ip?.replaceAll?.('.', '-') ?? id}.compute.amazonaws.com`,
      'aws_eip.network_border_group': () => region,
      'aws_eip.public_ipv4_pool': () => 'amazon',
      'aws_nat_gateway.availability_mode': () => 'zonal',
      'aws_nat_gateway.association_id': () => (values.allocation_id ? hexId('eipassoc', id) : ''),
      'aws_nat_gateway.network_interface_id': () => hexId('eni', id),
      'aws_nat_gateway.private_ip': () => this.#addressIn(values.subnet_id, id),
      'aws_nat_gateway.public_ip': () => this.find(values.allocation_id)?.values.public_ip ?? '',
      'aws_nat_gateway.vpc_id': () => this.find(values.subnet_id)?.values.vpc_id ?? '',
      'aws_nat_gateway.route_table_id': () => (values.availability_mode === 'regional' ? hexId('rtb', id) : ''),
      'aws_nat_gateway.auto_provision_zones': () => this.#regionalMode(values),
      'aws_nat_gateway.auto_scaling_ips': () => this.#regionalMode(values),
      'aws_nat_gateway.regional_nat_gateway_auto_mode': () => this.#regionalMode(values),
      'aws_default_security_group.name': () => 'default',
      'aws_default_security_group.description': () => 'default VPC security group',
      'aws_vpc_endpoint.ip_address_type': () => 'ipv4',
      'aws_vpc_endpoint.policy': () => '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}],"Version":"2008-10-17"}',
      'aws_vpc_endpoint.prefix_list_id': () => (values.vpc_endpoint_type === 'Gateway' ? `pl-${digest(values.service_name).slice(0, 8)}` : ''),
      'aws_vpc_endpoint.state': () => 'available',
      'aws_vpc_endpoint.service_region': () => region,
      'aws_vpc_peering_connection.accept_status': () => (values.auto_accept ? 'active' : 'pending-acceptance'),
      'aws_vpc_peering_connection.peer_region': () => region,
      'aws_vpc_peering_connection.peer_owner_id': () => ACCOUNT,
      'aws_vpc_peering_connection_accepter.accept_status': () => (values.auto_accept ? 'active' : 'pending-acceptance'),
      'aws_vpc_peering_connection_accepter.vpc_id': () => this.find(id)?.values.peer_vpc_id ?? '',
      'aws_vpc_peering_connection_accepter.peer_vpc_id': () => this.find(id)?.values.vpc_id ?? '',
      'aws_flow_log.log_format': () => '${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}',
      'aws_cloudwatch_log_group.log_group_class': () => 'STANDARD',
      'aws_iam_role.create_date': () => '2025-01-01T00:00:00Z',
      'aws_iam_role.unique_id': () => `AROA${digest(id).slice(0, 17).toUpperCase()}`,
      [`${type}.arn`]: () => this.#arn(type, values, id),
      [`${type}.owner_id`]: () => ACCOUNT,
      [`${type}.security_group_rule_id`]: () => id,
      [`${type}.name`]: () => `${isKnown(values.name_prefix) && values.name_prefix ? values.name_prefix : 'terraform-'}${digest(type, id).slice(0, 26)}`,
    };
    return exact[`${type}.${name}`]?.() ?? '';
  }

  #arn(type, values, id) {
    if (type === 'aws_iam_role') return `arn:aws:iam::${ACCOUNT}:role${values.path ?? '/'}${values.name ?? id}`;
    if (type === 'aws_cloudwatch_log_group') return `arn:aws:logs:${values.region}:${ACCOUNT}:log-group:${id}`;
    const kind = { sgr: 'security-group-rule', sg: 'security-group', rtb: 'route-table', acl: 'network-acl', igw: 'internet-gateway',
                   eipalloc: 'elastic-ip', pl: 'prefix-list', vpce: 'vpc-endpoint', fl: 'vpc-flow-log' };
    const prefix = id.slice(0, id.lastIndexOf('-'));
    return `arn:aws:ec2:${values.region}:${ACCOUNT}:${kind[prefix] ?? prefix}/${id}`;
  }

  #regionalMode(values) {
    if (values.availability_mode !== 'regional') return '';
    return values.availability_zone_address?.length ? 'disabled' : 'enabled';
  }

  /// An address of the documentation networks (RFC 5737) that no other address here has.
  #publicAddress(id) {
    const taken = new Set(this.standingOf('aws_eip').map(({ values }) => values.public_ip));
    for (let i = pick(508, id); ; ++i) {
      const n = i % 508;
      const address = n < 254 ? `203.0.113.${n + 1}` : `198.51.100.${n - 253}`;
      if (!taken.has(address) || taken.size >= 508) return address;
    }
  }

  #addressIn(subnetId, id) {
    const block = parseCidr(this.find(subnetId)?.values.cidr_block ?? '10.0.0.0/24');
    return nthAddress(block, 4 + pick(Number(block.last - block.first) - 4, id));
  }

  #ipv6Block(id) {
    const hex = digest('ipv6', id);
    return parseCidr(`2600:1f14:${hex.slice(0, 4)}:${hex.slice(4, 6)}00::/56`).text;
  }
}

module.exports = { World, ACCOUNT };
