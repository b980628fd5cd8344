// SPDX-License-Identifier: Apache-2.0
//
// Terraform's values on the wire: msgpack of cty types. null is nil, a set is an array in any order, and a
// value not known yet is an extension: type 0 (nothing known) or type 12 (with refinements).
'use strict';

/// A value terraform does not know yet. `prefix` is what its text is known to begin with, if anything.
class Unknown {
  constructor(prefix = null, wire = null) {
    this.prefix = prefix;
    this.wire = wire;  // the refinements as they came, so that they go back unchanged
  }
}
const UNKNOWN = new Unknown();

const REFINED = 12;
const REFINEMENT_PREFIX = 2;

function makeCodec(msgpack) {
  const extensionCodec = new msgpack.ExtensionCodec();
  extensionCodec.register({ type: 0, encode: () => null, decode: () => UNKNOWN });
  extensionCodec.register({
    type: REFINED,
    encode: () => null,
    decode: (data) => new Unknown(msgpack.decode(data)[REFINEMENT_PREFIX] ?? null, data.slice()),
  });
  const refinement = (prefix) => {
    const body = msgpack.encode(prefix);
    return Uint8Array.of(0x81, REFINEMENT_PREFIX, ...body);  // a map of one integer key
  };
  const toWire = (value) => {
    if (value instanceof Unknown) {
      if (value.wire) return new msgpack.ExtData(REFINED, value.wire);
      return value.prefix ? new msgpack.ExtData(REFINED, refinement(value.prefix)) : new msgpack.ExtData(0, Uint8Array.of(0));
    }
    if (Array.isArray(value)) return value.map(toWire);
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toWire(member)]));
    }
    return value ?? null;
  };
  return {
    encode: (value) => Buffer.from(msgpack.encode(toWire(value))),
    decode: (bytes) => msgpack.decode(bytes, { extensionCodec }),
  };
}

/// The id that a value stands for, known already or only planned; null where nobody can tell.
function idOf(value) {
  const text = value instanceof Unknown ? value.prefix : value;
  return typeof text === 'string' && /^[a-z-]+-[0-9a-f]{8,17}$/.test(text) ? text : null;
}

const isKnown = (value) => value !== null && value !== undefined && !(value instanceof Unknown);

/// An equal text for equal values: sets are sorted, an unknown is spelt by what is known of it.
function canonical(value) {
  if (value instanceof Unknown) return value.prefix ? JSON.stringify(value.prefix) : '?';
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (value && typeof value === 'object') {
    return `{${Object.keys(value).sort().map((key) => `${key}:${canonical(value[key])}`).join()}}`;
  }
  // Numbers beyond 2^53 and some fractions travel as text.
  return JSON.stringify(value ?? null);
}

const same = (a, b) => canonical(a) === canonical(b);

function hasUnknown(value) {
  if (value instanceof Unknown) return true;
  return value !== null && typeof value === 'object' && Object.values(value).some(hasUnknown);
}

module.exports = { Unknown, UNKNOWN, makeCodec, idOf, isKnown, canonical, same, hasUnknown };
