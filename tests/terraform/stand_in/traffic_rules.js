// SPDX-License-Identifier: Apache-2.0
//
// What AWS refuses about the rules of security groups and network ACLs, written inline or as resources.
'use strict';

const { idOf, isKnown, canonical } = require('./values');
const { parseCidr } = require('./net');

// IANA numbers of the names that both provider and API take.
const PROTOCOLS = { all: -1, icmp: 1, tcp: 6, udp: 17, icmpv6: 58 };
// Network ACL arguments know more names.
const ACL_PROTOCOLS = { ...PROTOCOLS, igmp: 2, gre: 47, esp: 50, ah: 51, sctp: 132, udplite: 136 };
const [ALL, ICMP, TCP, UDP, ICMPV6] = [-1, 1, 6, 17, 58];

/// The number of a protocol argument; null when it is not known yet or is refused.
function protocolOf(r, name, names) {
  const text = r.known(name);
  if (text === null) {
    if (r.values[name] === '') r.refuse(name, `${name} must not be empty`);
    return null;
  }
  const number = names[text.toLowerCase()] ?? (/^(-1|0|[1-9][0-9]{0,2})$/.test(text) ? Number(text) : NaN);
  if (number >= -1 && number <= 255) return number;
  r.refuse(name, `invalid ${name}: "${text}" is neither a protocol name (${Object.keys(names).join(', ')}) nor a number`);
  return null;
}

/// The two numbers of a range or of an ICMP type and code, or null where one is not known yet.
function numbers(r, from, to, what) {
  for (const name of [from, to]) if (!r.given(name)) r.refuse(name, `${name} is required for ${what}`);
  const [low, high] = [r.known(from), r.known(to)];
  if (low === null || high === null) return null;
  const pair = [Number(low), Number(high)];
  for (const value of pair) if (!Number.isInteger(value)) r.refuse(from, `${from} and ${to} must be whole numbers, got ${value}`);
  return pair;
}

function portRange(r, what) {
  const pair = numbers(r, 'from_port', 'to_port', what);
  if (!pair) return;
  const [from, to] = pair;
  for (const [name, port] of [['from_port', from], ['to_port', to]]) {
    if (port < 0 || port > 65535) r.refuse(name, `expected ${name} to be in the range (0 - 65535), got ${port}`);
  }
  if (from > to) r.refuse('from_port', `invalid port range: from_port ${from} is greater than to_port ${to}`);
}

function icmp(r, type, code, what) {
  const pair = numbers(r, type, code, what);
  if (!pair) return;
  for (const value of pair) if (value < -1 || value > 255) r.refuse(type, `an ICMP type or code must be in the range (-1 - 255), got ${value}`);
  if (pair[0] === -1 && pair[1] !== -1) r.refuse(code, 'ICMP type -1 (all types) demands code -1');
}

function bothZero(r) {
  const [from, to] = [r.known('from_port'), r.known('to_port')];
  if ((from !== null && Number(from) !== 0) || (to !== null && Number(to) !== 0)) {
    r.refuse('from_port', `from_port (${from}) and to_port (${to}) must both be 0 to use the 'ALL' "-1" protocol!`);
  }
}

function description(r) {
  r.length('description', 0, 255);
  r.matches('description', /^[a-zA-Z0-9 ._\-:/()#,@[\]+=;{}!$*]*$/, 'rule descriptions are a-z, A-Z, 0-9, spaces and ._-:/()#,@[]+=;{}!$*');
}

/// Required members of rules written as blocks: terraform itself takes them all for optional.
const requireMembers = (r, names) => names.forEach((name) => r.required(name, `in each ${r.attribute} rule`));

/// What makes two rules one for AWS; the description does not count, nor do ports where they mean nothing.
function trafficKey(protocol, r) {
  const ports = [TCP, UDP, ICMP, ICMPV6].includes(protocol) ? [r.values.from_port, r.values.to_port] : [];
  return canonical([String(protocol), ...ports.map((port, i) => `${i}:${canonical(port)}`)]);
}

const sourceKey = (value) => parseCidr(isKnown(value) ? String(value) : '')?.text ?? idOf(value) ?? (isKnown(value) ? String(value) : null);

// ---- security groups ----

function inlineGroupRule(r, seen) {
  requireMembers(r, ['protocol', 'from_port', 'to_port']);
  description(r);
  const protocol = protocolOf(r, 'protocol', PROTOCOLS);
  if (protocol === ALL) bothZero(r);
  else if (protocol === TCP || protocol === UDP) portRange(r, 'tcp and udp');
  else if (protocol === ICMP || protocol === ICMPV6) icmp(r, 'from_port', 'to_port', 'icmp (type and code)');

  const sources = [];
  for (const [name, family] of [['cidr_blocks', 4], ['ipv6_cidr_blocks', 6]]) {
    for (const value of r.known(name) ?? []) {
      r.cidr(name, family, 0, 128, value);
      sources.push(sourceKey(value));
    }
  }
  for (const name of ['security_groups', 'prefix_list_ids']) sources.push(...(r.known(name) ?? []).map(sourceKey));
  if (r.known('self')) sources.push('self');
  const open = ['cidr_blocks', 'ipv6_cidr_blocks', 'security_groups', 'prefix_list_ids', 'self'].some((name) => r.open(name));
  if (sources.length === 0 && !open) r.refuse(r.attribute, `an ${r.attribute} rule needs a source or destination: a CIDR block, a group, a prefix list or self`);
  if (protocol === null) return;
  for (const source of sources.filter((key) => key !== null)) {
    const key = `${trafficKey(protocol, r)} ${source}`;
    if (seen.has(key)) r.refuse(r.attribute, `duplicate security group rule: the same protocol, ports and source or destination (${source}) stand twice in ${r.attribute}`);
    seen.add(key);
  }
}

function securityGroupRules(r) {
  for (const direction of ['ingress', 'egress']) {
    const seen = new Set();
    r.each(direction, (rule) => inlineGroupRule(rule, seen));
  }
}

const SOURCES = ['cidr_ipv4', 'cidr_ipv6', 'prefix_list_id', 'referenced_security_group_id'];

function separateRule(r) {
  r.exactlyOne(SOURCES, 'source or destination');
  r.cidr('cidr_ipv4', 4);
  r.cidr('cidr_ipv6', 6);
  description(r);
  const protocol = protocolOf(r, 'ip_protocol', PROTOCOLS);
  if (protocol === ALL) {
    for (const name of ['from_port', 'to_port']) r.absent(name, 'when ip_protocol is "-1"');
  } else if (protocol === TCP || protocol === UDP) portRange(r, 'tcp and udp');
  else if (protocol === ICMP || protocol === ICMPV6) icmp(r, 'from_port', 'to_port', 'icmp (type and code)');
}

/// The identity of a separate rule within its group and direction; null while something is not known.
function separateRuleKey(values) {
  const source = SOURCES.map((name) => sourceKey(values[name])).find((key) => key !== null);
  const text = String(values.ip_protocol).toLowerCase();
  const protocol = PROTOCOLS[text] ?? Number(text);
  const open = !isKnown(values.ip_protocol) || !source;
  return open ? null : `${trafficKey(protocol, { values })} ${source}`;
}

/// The rules that stand inside a group, one for each source, as aws_vpc_security_group_*_rule would say them:
/// {direction, values}.
function rulesInside(group) {
  const none = { cidr_ipv4: null, cidr_ipv6: null, prefix_list_id: null, referenced_security_group_id: null };
  const list = (value) => (Array.isArray(value) ? value : []);
  return ['ingress', 'egress'].flatMap((direction) => list(group[direction]).flatMap((rule) => {
    const number = PROTOCOLS[String(rule.protocol).toLowerCase()] ?? Number(rule.protocol);
    const ports = [TCP, UDP, ICMP, ICMPV6].includes(number);
    const base = { ...none, security_group_id: group.id, ip_protocol: rule.protocol, description: rule.description || null,
                   from_port: ports ? rule.from_port : null, to_port: ports ? rule.to_port : null };
    const sources = [
      ...list(rule.cidr_blocks).map((cidr_ipv4) => ({ cidr_ipv4 })), ...list(rule.ipv6_cidr_blocks).map((cidr_ipv6) => ({ cidr_ipv6 })),
      ...list(rule.prefix_list_ids).map((prefix_list_id) => ({ prefix_list_id })),
      ...list(rule.security_groups).map((id) => ({ referenced_security_group_id: id })),
      ...(rule.self === true ? [{ referenced_security_group_id: group.id }] : []),
    ];
    return sources.map((source) => ({ direction, values: { ...base, ...source } }));
  }));
}

// ---- network ACLs ----

function aclEntry(r, names) {
  r.oneOf(names.action, ['allow', 'deny']);
  if (r.given(names.number)) {
    const number = r.known(names.number);
    if (number !== null && !(Number.isInteger(Number(number)) && number >= 1 && number <= 32766)) {
      r.refuse(names.number, `expected ${names.number} to be in the range (1 - 32766), got ${number}`);
    }
  }
  r.exactlyOne(['cidr_block', 'ipv6_cidr_block'], 'CIDR block of a network ACL rule');
  r.cidr('cidr_block', 4);
  r.cidr('ipv6_cidr_block', 6);
  const protocol = protocolOf(r, 'protocol', ACL_PROTOCOLS);
  if (protocol === ALL) bothZero(r);
  else if (protocol === TCP || protocol === UDP) portRange(r, 'tcp and udp');
  // AWS reads type and code of ICMPv6 only in rules for IPv6 blocks.
  else if (protocol === ICMP || (protocol === ICMPV6 && r.given('ipv6_cidr_block'))) icmp(r, 'icmp_type', 'icmp_code', 'icmp rules');
}

/// AWS takes 20 entries per direction, and up to 40 on request.
const ACL_LIMIT = 40;

function networkAclRules(r) {
  for (const direction of ['ingress', 'egress']) {
    const seen = new Set();
    r.each(direction, (rule) => {
      requireMembers(rule, ['action', 'protocol', 'rule_no', 'from_port', 'to_port']);
      aclEntry(rule, { action: 'action', number: 'rule_no' });
      const number = rule.known('rule_no');
      if (number === null) return;
      if (seen.has(Number(number))) r.refuse(direction, `duplicate network ACL rule number: rule_no ${number} stands twice in ${direction}`);
      seen.add(Number(number));
    });
    const rules = r.values[direction];
    if (Array.isArray(rules) && rules.length > ACL_LIMIT) r.refuse(direction, `${rules.length} ${direction} rules: a network ACL takes at most ${ACL_LIMIT}`);
  }
}

const networkAclRule = (r) => aclEntry(r, { action: 'rule_action', number: 'rule_number' });

module.exports = { securityGroupRules, separateRule, separateRuleKey, rulesInside, networkAclRules, networkAclRule, ACL_LIMIT };
