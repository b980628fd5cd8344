// SPDX-License-Identifier: Apache-2.0
//
// The answers of the data sources. The account holds only what was applied in this process, besides what AWS
// has in every account: zones, and its own prefix lists.
'use strict';

const crypto = require('node:crypto');
const { isKnown } = require('./values');
const { ACCOUNT } = require('./world');

// The zones an account usually sees, where they are not a, b, c.
const ZONE_LETTERS = { 'us-east-1': 'abcdef', 'us-west-1': 'ac', 'us-west-2': 'abcd', 'ca-central-1': 'abd', 'ap-northeast-1': 'acd', 'ap-northeast-2': 'abcd' };

const partition = (region) => (region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws');
const missing = (what) => [{ summary: `no matching ${what} found`, detail: 'The stand-in knows only what was applied in this run.' }];

function zones(config, { region }) {
  const letters = [...(ZONE_LETTERS[region] ?? 'abc')];
  const excluded = isKnown(config.exclude_names) ? config.exclude_names : [];
  const names = letters.map((letter) => region + letter).filter((name) => !excluded.includes(name));
  return { id: region, names, zone_ids: names.map((name) => `${region}-az${letters.indexOf(name.at(-1)) + 1}`), group_names: [region] };
}

/// An AWS-managed list (com.amazonaws.REGION.SERVICE); anything else must have been applied.
function prefixListId(config, { region, world }, applied) {
  const name = config.name ?? config.filter?.find((filter) => filter.name === 'prefix-list-name')?.values[0];
  const own = world.standingOf('aws_ec2_managed_prefix_list').map(({ values }) => values)
    .find((values) => values.name === name || values.id === (config.prefix_list_id ?? config.id));
  if (own) return applied(own);
  if (!name?.startsWith(`com.amazonaws.${region}.`) && !name?.startsWith('com.amazonaws.global.')) return null;
  return { id: `pl-${crypto.createHash('sha256').update(name).digest('hex').slice(0, 8)}`, name };
}

/// The document of an aws_iam_policy_document, as IAM spells it.
function policy(config) {
  const single = (values) => (values?.length === 1 ? values[0] : [...(values ?? [])].sort());
  const principals = (given) => {
    if (given.some(({ type, identifiers }) => type === '*' && identifiers.includes('*'))) return '*';
    return Object.fromEntries(given.map(({ type, identifiers }) => [type, single(identifiers)]));
  };
  const member = (name, values) => (values?.length ? { [name]: single(values) } : {});
  const Statement = (config.statement ?? []).map((statement) => ({
    ...(statement.sid ? { Sid: statement.sid } : {}),
    Effect: statement.effect ?? 'Allow',
    ...(statement.principals?.length ? { Principal: principals(statement.principals) } : {}),
    ...(statement.not_principals?.length ? { NotPrincipal: principals(statement.not_principals) } : {}),
    ...member('Action', statement.actions), ...member('NotAction', statement.not_actions),
    ...member('Resource', statement.resources), ...member('NotResource', statement.not_resources),
    ...(statement.condition?.length ? { Condition: conditions(statement.condition) } : {}),
  }));
  const document = { Version: config.version ?? '2012-10-17', ...(config.policy_id ? { Id: config.policy_id } : {}), Statement };
  return { id: String(Statement.length), json: JSON.stringify(document, null, 2), minified_json: JSON.stringify(document) };
}

function conditions(given) {
  const tests = {};
  for (const { test, variable, values } of given) (tests[test] ??= {})[variable] = values.length === 1 ? values[0] : values;
  return tests;
}

const ANSWERS = {
  aws_availability_zones: zones,
  aws_region: (config, { region }) => ({ id: region, name: region, region, description: region, endpoint: `ec2.${region}.amazonaws.com` }),
  aws_caller_identity: () => ({ id: ACCOUNT, account_id: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/stand-in`, user_id: 'AIDASTANDIN' }),
  aws_partition: (config, { region }) => ({ id: partition(region), partition: partition(region), dns_suffix: 'amazonaws.com', reverse_dns_prefix: 'com.amazonaws' }),
  aws_iam_policy_document: policy,
  aws_ec2_managed_prefix_list: (config, account) => prefixListId(config, account, (own) => ({
    id: own.id, name: own.name, address_family: own.address_family, max_entries: own.max_entries, arn: own.arn, version: own.version,
    owner_id: own.owner_id, tags: own.tags, entries: own.entry })),
  aws_prefix_list: (config, account) => prefixListId(config, account, (own) => ({
    id: own.id, name: own.name, cidr_blocks: own.entry.map((entry) => entry.cidr) })),
  aws_vpc: applied('aws_vpc'),
  aws_subnet: applied('aws_subnet'),
  aws_vpc_security_group_rules: (config, { world, region }) => ({ id: region, ids: groupRules(config, world).map(({ id }) => id) }),
  aws_vpc_security_group_rule: (config, { world }) => {
    const found = world.groupRules().filter(({ id }) => id === config.security_group_rule_id);
    return found.length === 1 ? { ...found[0].values, id: found[0].id, is_egress: found[0].direction === 'egress' } : null;
  },
  aws_subnets: (config, { world, region }) => ({ id: region, ids: matching('aws_subnet', config, world).map(({ id }) => id) }),
};

/// The applied resources of a type that a data source's arguments and filters select.
function matching(type, config, world) {
  const filters = { 'vpc-id': 'vpc_id', 'cidr-block': 'cidr_block', 'availability-zone': 'availability_zone' };
  const wanted = ['id', 'vpc_id', 'cidr_block', 'availability_zone'].filter((name) => isKnown(config[name]));
  return world.standingOf(type).map(({ values }) => values).filter((values) =>
    wanted.every((name) => values[name] === config[name])
    && Object.entries(config.tags ?? {}).every(([key, value]) => values.tags?.[key] === value)
    && (config.filter ?? []).every(({ name, values: allowed }) =>
      allowed.includes(name.startsWith('tag:') ? values.tags?.[name.slice(4)] : values[filters[name]])));
}

function groupRules(config, world) {
  const filters = { 'group-id': ({ values }) => values.security_group_id, 'security-group-rule-id': ({ id }) => id };
  return world.groupRules().filter((rule) => (config.filter ?? []).every(({ name, values }) => values.includes(filters[name]?.(rule))));
}

function applied(type) {
  return (config, { world }) => {
    const found = matching(type, config, world);
    return found.length === 1 ? { ...found[0], state: 'available' } : null;
  };
}

/// {state, findings} of a data source; `account` is {region, world}.
function readData(type, schema, config, account) {
  const answer = ANSWERS[type](config, account);
  if (!answer) return { state: config, findings: missing(type.replace(/^aws_/, '')) };
  const state = { ...config };
  for (const [name, [flags, ctyType]] of Object.entries(schema.a)) {
    if (!flags.includes('c') || isKnown(config[name])) continue;
    state[name] = answer[name] ?? empty(name, ctyType, account);
  }
  return { state, findings: [] };
}

function empty(name, type, { region }) {
  if (name === 'region') return region;
  if (Array.isArray(type)) return type[0] === 'map' ? {} : [];
  return { string: '', bool: false, number: 0 }[type];
}

module.exports = { readData };
