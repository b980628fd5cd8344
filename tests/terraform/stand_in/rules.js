// SPDX-License-Identifier: Apache-2.0
//
// What the provider or AWS refuses about one resource's own arguments. Some of it AWS refuses only at apply;
// here it is refused as soon as the value is known: at validate, or at plan for what variables decide.
//
// Sources: Terraform AWS provider 6.x documentation, EC2 API reference, VPC User Guide.
'use strict';

const { Unknown, idOf, isKnown } = require('./values');
const { parseCidr } = require('./net');
const { securityGroupRules, separateRule, networkAclRules, networkAclRule } = require('./traffic_rules');

/// The arguments of one resource (or of one of its blocks), and where findings about it go.
class Review {
  constructor(values, findings, attribute = null) {
    this.values = values;
    this.findings = findings;
    this.attribute = attribute;
  }
  refuse(attribute, summary) { this.findings.push({ summary, detail: `Argument ${attribute}.`, attribute: this.attribute ?? attribute }); }

  /// The value if it is known and not empty, else null.
  known(name) {
    const value = this.values[name];
    return isKnown(value) && value !== '' ? value : null;
  }
  /// True for a value that may turn out to be null.
  open(name) { return this.values[name] instanceof Unknown && !idOf(this.values[name]); }
  /// True when the argument is given, known or not; an empty list is not.
  given(name) {
    const value = this.values[name];
    return value instanceof Unknown || (isKnown(value) && value !== '' && !(Array.isArray(value) && value.length === 0));
  }
  /// Judges the elements of a list, or of an attribute written as blocks.
  each(name, judge) {
    const elements = this.values[name];
    if (Array.isArray(elements)) elements.forEach((element) => isKnown(element) && judge(new Review(element, this.findings, this.attribute ?? name)));
  }

  required(name, why) { if (!this.given(name)) this.refuse(name, `${name} is required ${why}`); }
  absent(name, why) { if (this.given(name) && !this.open(name)) this.refuse(name, `${name} must not be set ${why}`); }
  oneOf(name, allowed) {
    const value = this.known(name);
    if (value !== null && !allowed.includes(value)) this.refuse(name, `expected ${name} to be one of [${allowed.join(', ')}], got ${value}`);
  }
  within(name, min, max) {
    const value = this.known(name);
    if (value !== null && !(Number(value) >= min && Number(value) <= max)) this.refuse(name, `expected ${name} to be in the range (${min} - ${max}), got ${value}`);
  }
  // In bytes of UTF-8, as the provider counts.
  length(name, min, max) {
    const value = this.values[name];
    const bytes = isKnown(value) ? Buffer.byteLength(value) : min;
    if (bytes < min || bytes > max) this.refuse(name, `expected length of ${name} to be in the range (${min} - ${max}), got ${bytes}`);
  }
  matches(name, pattern, what) {
    const value = this.known(name);
    if (value !== null && !pattern.test(value)) this.refuse(name, `invalid value for ${name} (${what}): ${JSON.stringify(value)}`);
  }
  exactlyOne(names, what) {
    const certain = names.filter((name) => this.given(name) && !this.open(name));
    const open = names.filter((name) => this.open(name));
    if (certain.length > 1) this.refuse(certain[1], `exactly one ${what} may be set, got ${certain.join(', ')}`);
    if (certain.length === 0 && open.length === 0) this.refuse(names[0], `exactly one ${what} must be set: one of ${names.join(', ')}`);
  }
  conflict(a, b) { if (this.given(a) && this.given(b) && !this.open(a) && !this.open(b)) this.refuse(a, `"${a}": conflicts with ${b}`); }

  /// A network address of the family (4, 6 or 0 for either) whose prefix length is within min..max.
  cidr(name, family, min = 0, max = 128, value = this.known(name)) {
    if (value === null || !isKnown(value)) return null;
    const block = parseCidr(value);
    if (!block || (family && block.family !== family)) {
      this.refuse(name, `${JSON.stringify(value)} is not a valid ${family ? `IPv${family} ` : ''}CIDR block (${name})`);
      return null;
    }
    if (block.hostBits) this.refuse(name, `"${value}" is not a valid CIDR block; did you mean "${block.text}"? (${name})`);
    if (block.length < min || block.length > max) {
      this.refuse(name, `expected ${name} to contain a network Value with between ${min} and ${max} significant bits, got: ${block.length}`);
    }
    return block;
  }
  json(name) {
    const value = this.known(name);
    if (value === null) return;
    try {
      if (typeof JSON.parse(value) !== 'object') throw new SyntaxError('not an object');
    } catch (error) {
      this.refuse(name, `"${name}" contains an invalid JSON policy: ${error.message}`);
    }
  }
}

// ---- arguments that mean the same wherever they stand ----

function tags(r, name) {
  const given = r.known(name);
  if (given === null) return;
  const keys = Object.keys(given);
  if (keys.length > 50) r.refuse(name, `too many tags: ${keys.length}, at most 50`);
  for (const key of keys) {
    if (key.length === 0 || [...key].length > 128) r.refuse(name, `tag key must have 1 to 128 characters: ${JSON.stringify(key)}`);
    if (/^aws:/i.test(key)) r.refuse(name, `tag key must not begin with "aws:": ${JSON.stringify(key)}`);
    if (isKnown(given[key]) && [...given[key]].length > 256) r.refuse(name, `tag value must have at most 256 characters: ${JSON.stringify(key)}`);
  }
}

const REFERENCES = {
  vpc_id: 'vpc', peer_vpc_id: 'vpc', subnet_id: 'subnet', subnet_ids: 'subnet', nat_gateway_id: 'nat', regional_nat_gateway_id: 'nat',
  security_group_id: 'sg', referenced_security_group_id: 'sg', security_groups: 'sg', security_group_ids: 'sg',
  allocation_id: 'eipalloc', allocation_ids: 'eipalloc', secondary_allocation_ids: 'eipalloc',
  route_table_id: 'rtb', route_table_ids: 'rtb', default_route_table_id: 'rtb', network_acl_id: 'acl', default_network_acl_id: 'acl',
  egress_only_gateway_id: 'eigw', vpc_peering_connection_id: 'pcx', prefix_list_id: 'pl', prefix_list_ids: 'pl',
  destination_prefix_list_id: 'pl', vpc_endpoint_id: 'vpce', transit_gateway_id: 'tgw', network_interface_id: 'eni', eni_id: 'eni',
};

/// An id of one kind where another kind belongs, found in known ids and in ids that are only planned.
function references(r) {
  for (const [name, value] of Object.entries(r.values)) {
    const kind = REFERENCES[name];
    for (const single of Array.isArray(value) ? value : [value]) {
      if (single && typeof single === 'object' && !(single instanceof Unknown)) references(new Review(single, r.findings, r.attribute ?? name));
      const text = idOf(single) ?? (isKnown(single) ? single : null);
      // A peer account's group is written ACCOUNT/sg-...
      if (kind && typeof text === 'string' && text !== '' && !text.replace(/^[0-9]{12}\//, '').startsWith(`${kind}-`)) {
        r.refuse(name, `invalid ${name}: expected an id that begins with "${kind}-", got ${JSON.stringify(text)}`);
      }
    }
  }
}

// ---- one function per resource type ----

const VPC_SIZE = [16, 28];

const ROUTE_TARGETS = ['gateway_id', 'nat_gateway_id', 'egress_only_gateway_id', 'vpc_peering_connection_id', 'vpc_endpoint_id',
                       'transit_gateway_id', 'network_interface_id', 'carrier_gateway_id', 'local_gateway_id', 'core_network_arn', 'instance_id'];

function route(r, v4, v6) {
  r.exactlyOne([v4, v6, 'destination_prefix_list_id'], 'route destination');
  r.exactlyOne(ROUTE_TARGETS.filter((name) => name in r.values), 'route target');
  r.cidr(v4, 4, 0, 32);
  r.cidr(v6, 6);
  const gateway = idOf(r.values.gateway_id) ?? r.known('gateway_id');
  if (gateway?.startsWith('nat-')) r.refuse('gateway_id', 'gateway_id must not be a NAT gateway: use nat_gateway_id');
  else if (gateway && gateway !== 'local' && !/^(igw|vgw|vpce)-/.test(gateway)) r.refuse('gateway_id', `invalid gateway_id: expected an internet or virtual private gateway, got "${gateway}"`);
  if (r.given('egress_only_gateway_id') && !r.open('egress_only_gateway_id') && r.given(v4) && !r.open(v4)) {
    r.refuse(v4, 'an egress-only internet gateway takes IPv6 destinations only');
  }
}

function routes(r) {
  const seen = new Set();
  r.each('route', (inner) => {
    route(inner, 'cidr_block', 'ipv6_cidr_block');
    const destination = inner.known('cidr_block') ?? inner.known('ipv6_cidr_block') ?? idOf(inner.values.destination_prefix_list_id);
    if (destination && seen.has(destination)) r.refuse('route', `duplicate route: the destination ${destination} stands twice`);
    seen.add(destination);
  });
}

const NAME_CHARACTERS = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]*$/;

function securityGroup(r) {
  r.conflict('name', 'name_prefix');
  r.length('name', 1, 255);
  r.length('name_prefix', 1, 100);
  r.length('description', 1, 255);
  for (const name of ['name', 'name_prefix']) {
    if (/^sg-/i.test(r.known(name) ?? '')) r.refuse(name, `invalid value for ${name} (cannot begin with sg-): "${r.known(name)}"`);
    r.matches(name, NAME_CHARACTERS, 'security group names are a-z, A-Z, 0-9, spaces and ._-:/()#,@[]+=&;{}!$*');
  }
  r.matches('description', NAME_CHARACTERS, 'descriptions are a-z, A-Z, 0-9, spaces and ._-:/()#,@[]+=&;{}!$*');
  securityGroupRules(r);
}

function natGateway(r) {
  r.oneOf('connectivity_type', ['public', 'private']);
  r.oneOf('availability_mode', ['zonal', 'regional']);
  if (r.open('availability_mode') || r.open('connectivity_type')) return;
  if (r.known('availability_mode') === 'regional') {
    const why = 'for a regional NAT gateway';
    r.required('vpc_id', why);
    for (const name of ['subnet_id', 'allocation_id', 'private_ip', 'secondary_allocation_ids', 'secondary_private_ip_addresses', 'secondary_private_ip_address_count']) r.absent(name, why);
    if (r.known('connectivity_type') === 'private') r.refuse('connectivity_type', 'a regional NAT gateway cannot be private');
    r.each('availability_zone_address', (address) => {
      address.exactlyOne(['availability_zone', 'availability_zone_id'], 'zone of an availability_zone_address');
      address.required('allocation_ids', 'in each availability_zone_address');
    });
    return;
  }
  r.required('subnet_id', 'for a zonal NAT gateway');
  r.absent('vpc_id', 'for a zonal NAT gateway');
  r.absent('availability_zone_address', 'for a zonal NAT gateway');
  if (r.known('connectivity_type') === 'private') {
    r.absent('allocation_id', 'for a private NAT gateway');
    r.absent('secondary_allocation_ids', 'for a private NAT gateway');
    r.conflict('secondary_private_ip_address_count', 'secondary_private_ip_addresses');
  } else {
    r.required('allocation_id', 'for a public NAT gateway');
    r.absent('secondary_private_ip_address_count', 'for a public NAT gateway');
  }
}

function endpoint(r) {
  const types = ['Gateway', 'Interface', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork'];
  r.oneOf('vpc_endpoint_type', types);
  r.oneOf('ip_address_type', ['ipv4', 'ipv6', 'dualstack']);
  r.json('policy');
  if (r.open('vpc_endpoint_type')) return;
  const type = r.known('vpc_endpoint_type') ?? 'Gateway';
  const why = `for a ${type} endpoint`;
  r.exactlyOne(['service_name', 'resource_configuration_arn', 'service_network_arn'], 'service');
  if (['Gateway', 'Interface', 'GatewayLoadBalancer'].includes(type)) r.required('service_name', why);
  r.matches('service_name', /^[a-z0-9][a-z0-9.-]*\.[a-z0-9-]+$/i, 'a service name such as com.amazonaws.REGION.SERVICE');
  if (type === 'Gateway') {
    r.matches('service_name', /\.(s3|dynamodb|s3express)$/, 'gateway endpoints are for S3 and DynamoDB only');
    for (const name of ['subnet_ids', 'security_group_ids', 'subnet_configuration', 'dns_options']) r.absent(name, why);
    if (r.known('private_dns_enabled')) r.refuse('private_dns_enabled', `private_dns_enabled must not be set ${why}`);
  } else {
    r.absent('route_table_ids', why);
  }
  if (type === 'GatewayLoadBalancer') r.absent('security_group_ids', why);
}

function flowLog(r) {
  const sources = ['vpc_id', 'subnet_id', 'eni_id', 'transit_gateway_id', 'transit_gateway_attachment_id', 'regional_nat_gateway_id'];
  r.exactlyOne(sources, 'flow log source');
  r.oneOf('traffic_type', ['ACCEPT', 'REJECT', 'ALL']);
  if (!r.given('transit_gateway_id') && !r.given('transit_gateway_attachment_id')) r.required('traffic_type', 'unless a transit gateway is logged');
  r.oneOf('log_destination_type', ['cloud-watch-logs', 's3', 'kinesis-data-firehose']);
  r.oneOf('max_aggregation_interval', [60, 600]);
  r.required('log_destination', 'to say where the flow log goes');
  r.matches('log_destination', /^arn:aws[a-z-]*:/, 'an ARN');
  r.matches('iam_role_arn', /^arn:aws[a-z-]*:iam::/, 'the ARN of an IAM role');
  if (r.open('log_destination_type')) return;
  const type = r.known('log_destination_type') ?? 'cloud-watch-logs';
  if (type === 'cloud-watch-logs') r.required('iam_role_arn', 'for a flow log to cloud-watch-logs');
  if (type === 's3') r.absent('iam_role_arn', 'for a flow log to s3');
  if (type !== 's3') r.absent('destination_options', `for a flow log to ${type}`);
  r.each('destination_options', (options) => options.oneOf('file_format', ['plain-text', 'parquet']));
  const service = { 'cloud-watch-logs': 'logs', s3: 's3', 'kinesis-data-firehose': 'firehose' }[type];
  if (service) r.matches('log_destination', new RegExp(`^arn:aws[a-z-]*:${service}:`), `the ARN of a ${type} destination`);
}

function prefixList(r) {
  r.oneOf('address_family', ['IPv4', 'IPv6']);
  r.length('name', 1, 255);
  if (/^com\.amazonaws/.test(r.known('name') ?? '')) r.refuse('name', 'invalid value for name (cannot begin with com.amazonaws)');
  r.within('max_entries', 1, 1000);
  const family = { IPv4: 4, IPv6: 6 }[r.known('address_family')] ?? 0;
  const seen = new Set();
  r.each('entry', (entry) => {
    const block = entry.cidr('cidr', family);
    entry.length('description', 0, 255);
    if (block && seen.has(block.text)) r.refuse('entry', `duplicate prefix list entry: ${block.text}`);
    if (block) seen.add(block.text);
  });
  const limit = r.known('max_entries');
  const entries = r.values.entry;
  if (limit !== null && Array.isArray(entries) && entries.length > limit) r.refuse('entry', `${entries.length} prefix list entries, but max_entries is ${limit}`);
}

const RETENTION_DAYS = [0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

const RULES = {
  aws_vpc(r) {
    r.exactlyOne(['cidr_block', 'ipv4_ipam_pool_id'], 'source of the IPv4 block');
    r.cidr('cidr_block', 4, ...VPC_SIZE);
    r.cidr('ipv6_cidr_block', 6, 44, 60);
    r.oneOf('instance_tenancy', ['default', 'dedicated']);
    if (r.known('assign_generated_ipv6_cidr_block')) r.conflict('assign_generated_ipv6_cidr_block', 'ipv6_ipam_pool_id');
  },
  aws_vpc_ipv4_cidr_block_association(r) {
    r.exactlyOne(['cidr_block', 'ipv4_ipam_pool_id'], 'source of the IPv4 block');
    r.cidr('cidr_block', 4, ...VPC_SIZE);
  },
  aws_subnet(r) {
    if (r.known('ipv6_native')) r.absent('cidr_block', 'for an IPv6-only subnet');
    else if (!r.open('ipv6_native')) r.required('cidr_block', 'unless ipv6_native is true');
    r.cidr('cidr_block', 4, ...VPC_SIZE);
    const v6 = r.cidr('ipv6_cidr_block', 6, 44, 64);
    if (v6 && v6.length % 4 !== 0) r.refuse('ipv6_cidr_block', `a subnet's IPv6 prefix length must be a multiple of 4, got /${v6.length}`);
    r.conflict('availability_zone', 'availability_zone_id');
    if (r.known('assign_ipv6_address_on_creation')) r.required('ipv6_cidr_block', 'when assign_ipv6_address_on_creation is true');
    r.oneOf('private_dns_hostname_type_on_launch', ['ip-name', 'resource-name']);
  },
  aws_route_table: routes,
  aws_default_route_table: routes,
  aws_route(r) { route(r, 'destination_cidr_block', 'destination_ipv6_cidr_block'); },
  aws_route_table_association(r) { r.exactlyOne(['subnet_id', 'gateway_id'], 'of subnet and gateway'); },
  aws_eip(r) {
    r.oneOf('domain', ['vpc']);
    r.conflict('instance', 'network_interface');
  },
  aws_nat_gateway: natGateway,
  aws_security_group: securityGroup,
  aws_default_security_group: securityGroupRules,
  aws_vpc_security_group_ingress_rule: separateRule,
  aws_vpc_security_group_egress_rule: separateRule,
  aws_network_acl: networkAclRules,
  aws_default_network_acl: networkAclRules,
  aws_network_acl_rule: networkAclRule,
  aws_ec2_managed_prefix_list: prefixList,
  aws_ec2_managed_prefix_list_entry(r) {
    r.cidr('cidr', 0);
    r.length('description', 0, 255);
  },
  aws_vpc_endpoint: endpoint,
  aws_vpc_endpoint_policy(r) { r.json('policy'); },
  aws_vpc_peering_connection(r) {
    if (r.known('auto_accept') && r.given('peer_region')) r.refuse('auto_accept', '`peer_region` cannot be set whilst `auto_accept` is true');
    r.matches('peer_owner_id', /^[0-9]{12}$/, 'an account id');
  },
  aws_flow_log: flowLog,
  aws_cloudwatch_log_group(r) {
    r.conflict('name', 'name_prefix');
    r.length('name', 1, 512);
    r.matches('name', /^[.\-_/#A-Za-z0-9]+$/, 'log group names are a-z, A-Z, 0-9 and _-/.#');
    r.oneOf('retention_in_days', RETENTION_DAYS);
    r.oneOf('log_group_class', ['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY']);
  },
  aws_iam_role(r) {
    r.conflict('name', 'name_prefix');
    r.length('name', 1, 64);
    r.matches('name', /^[\w+=,.@-]*$/, 'alphanumeric and +=,.@-_');
    r.length('description', 0, 1000);
    r.within('max_session_duration', 3600, 43200);
    r.json('assume_role_policy');
  },
  aws_iam_role_policy(r) {
    r.conflict('name', 'name_prefix');
    r.length('name', 1, 128);
    r.matches('name', /^[\w+=,.@-]*$/, 'alphanumeric and +=,.@-_');
    r.json('policy');
  },
  aws_iam_role_policy_attachment(r) { r.matches('policy_arn', /^arn:aws[a-z-]*:iam::/, 'the ARN of an IAM policy'); },
};

function resourceFindings(type, schema, config) {
  const findings = [];
  const r = new Review(config, findings);
  if ('tags' in (schema.a ?? {})) tags(r, 'tags');
  references(r);
  RULES[type]?.(r);
  return findings;
}

function dataFindings(type, config) {
  const findings = [];
  const r = new Review(config, findings);
  r.each('filter', (filter) => filter.required('name', 'in each filter'));
  if (type === 'aws_iam_policy_document') {
    r.each('statement', (statement) => {
      statement.oneOf('effect', ['Allow', 'Deny']);
      statement.conflict('actions', 'not_actions');
      statement.conflict('resources', 'not_resources');
    });
  }
  return findings;
}

module.exports = { resourceFindings, dataFindings };
