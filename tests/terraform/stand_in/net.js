// SPDX-License-Identifier: Apache-2.0
//
// CIDR blocks as AWS reads them: a block is a network address (no host bits) and a prefix length.
'use strict';

const { isIPv4, isIPv6 } = require('node:net');

function addressBits(text) {
  if (isIPv4(text)) return text.split('.').reduce((bits, octet) => (bits << 8n) | BigInt(octet), 0n);
  // The URL parser writes an IPv6 address in its canonical short form, also where it ends in dotted decimals.
  const [head, tail] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const groups = tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right];
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

function addressText(family, bits) {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, i) => ((bits >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

/// {family: 4|6, first, last: BigInt, length, text: the canonical spelling, hostBits: bool}, or null.
function parseCidr(text) {
  const match = /^([0-9A-Fa-f.:]+)\/(0|[1-9][0-9]{0,2})$/.exec(text);
  if (!match) return null;
  const family = isIPv4(match[1]) ? 4 : isIPv6(match[1]) ? 6 : 0;
  const width = family === 4 ? 32 : 128;
  const length = Number(match[2]);
  if (!family || length > width) return null;
  const size = 1n << BigInt(width - length);
  const bits = addressBits(match[1]);
  const first = bits - (bits % size);
  return { family, first, last: first + size - 1n, length, hostBits: first !== bits,
           text: `${addressText(family, first)}/${length}` };
}

const contains = (outer, inner) =>
  outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
const overlaps = (a, b) => a.family === b.family && a.first <= b.last && b.first <= a.last;

/// The n-th address of a block, as text.
const nthAddress = (cidr, n) => addressText(cidr.family, cidr.first + BigInt(n));

module.exports = { parseCidr, contains, overlaps, nthAddress };
