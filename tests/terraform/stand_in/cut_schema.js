#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
//
// Cuts schema.json out of a dump of the AWS provider's whole schema:
//
//   node cut_schema.js PATH/TO/aws-schema.json > schema.json
//
// Form of both files: resources.TYPE = {v: schema version, a: {ATTR: [flags, cty type, extra]},
// b: {BLOCK: [nesting, min, max, {a, b}, flags]}}; data.TYPE and provider likewise. Flags: r required,
// o optional, c computed, s sensitive, w write-only, x deprecated, f forces replacement; extra: d = default,
// req = the required members of an object that is written as a block.
'use strict';

const fs = require('node:fs');

// What Sekisho exports, and what a folder it adds to may already hold.
const RESOURCES = `
  aws_vpc aws_vpc_ipv4_cidr_block_association aws_vpc_ipv6_cidr_block_association aws_subnet
  aws_internet_gateway aws_egress_only_internet_gateway
  aws_route_table aws_route aws_route_table_association aws_main_route_table_association aws_default_route_table
  aws_eip aws_nat_gateway
  aws_security_group aws_vpc_security_group_ingress_rule aws_vpc_security_group_egress_rule
  aws_default_security_group
  aws_network_acl aws_network_acl_rule aws_network_acl_association aws_default_network_acl
  aws_ec2_managed_prefix_list aws_ec2_managed_prefix_list_entry
  aws_vpc_endpoint aws_vpc_endpoint_policy aws_vpc_endpoint_route_table_association
  aws_vpc_endpoint_security_group_association aws_vpc_endpoint_subnet_association
  aws_vpc_peering_connection aws_vpc_peering_connection_accepter aws_vpc_peering_connection_options
  aws_flow_log aws_cloudwatch_log_group aws_iam_role aws_iam_role_policy aws_iam_role_policy_attachment`;
const DATA = `
  aws_availability_zones aws_region aws_caller_identity aws_partition aws_ec2_managed_prefix_list aws_prefix_list
  aws_iam_policy_document aws_vpc aws_subnet aws_subnets
  aws_vpc_security_group_rule aws_vpc_security_group_rules`;

// Data sources that the dump lacks, from the provider's documentation.
const MISSING_DATA = {
  aws_vpc_security_group_rules: {
    a: { id: ['c', 'string'], ids: ['c', ['list', 'string']], region: ['oc', 'string'], tags: ['o', ['map', 'string']] },
    b: { filter: ['set', 0, 0, { a: { name: ['r', 'string'], values: ['r', ['set', 'string']] } }] },
  },
  aws_vpc_security_group_rule: {
    a: { arn: ['c', 'string'], cidr_ipv4: ['c', 'string'], cidr_ipv6: ['c', 'string'], description: ['c', 'string'], from_port: ['c', 'number'],
         id: ['c', 'string'], ip_protocol: ['c', 'string'], is_egress: ['c', 'bool'], prefix_list_id: ['c', 'string'],
         referenced_security_group_id: ['c', 'string'], region: ['oc', 'string'], security_group_id: ['c', 'string'],
         security_group_rule_id: ['oc', 'string'], tags: ['c', ['map', 'string']], to_port: ['c', 'number'] },
    b: { filter: ['set', 0, 0, { a: { name: ['r', 'string'], values: ['r', ['set', 'string']] } }] },
  },
};

// Where the dump forgets that a change forces replacement (provider documentation, "Forces new resource").
const FORCE_NEW = { aws_security_group: ['description'], aws_subnet: ['cidr_block'] };

function cut(whole, names) {
  return names.trim().split(/\s+/).sort().map((name) => {
    if (!whole[name]) throw new Error(`the dump has no ${name}`);
    return `    ${JSON.stringify(name)}: ${JSON.stringify(whole[name])}`;
  }).join(',\n');
}

if (process.argv.length !== 3) {
  process.stderr.write('usage: node cut_schema.js PATH/TO/aws-schema.json > schema.json\n');
  process.exit(2);
}
const whole = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
whole.data = { ...MISSING_DATA, ...whole.data };
for (const [type, attributes] of Object.entries(FORCE_NEW)) {
  for (const name of attributes) {
    const attribute = whole.resources[type].a[name];
    if (!attribute[0].includes('f')) attribute[0] += 'f';
  }
}
process.stdout.write(`{
  "provider_version": ${JSON.stringify(whole.meta.providerVersion)},
  "provider": ${JSON.stringify(whole.provider)},
  "provider_meta": ${JSON.stringify(whole.provider_meta)},
  "resources": {
${cut(whole.resources, RESOURCES)}
  },
  "data": {
${cut(whole.data, DATA)}
  }
}
`);
