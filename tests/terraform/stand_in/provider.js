#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
//
// Stands in for the Terraform AWS provider: speaks plugin protocol 5 over a Unix socket, with the real
// provider's schema, and touches nothing outside this process. Terraform is pointed at it by
// TF_REATTACH_PROVIDERS. judge.js hosts it in its own process; by hand:
//
//   node provider.js        prints the environment to export, then serves until it is interrupted
'use strict';

const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const { createRequire } = require('node:module');
const { Unknown, UNKNOWN, makeCodec, isKnown, same } = require('./values');
const { resourceFindings, dataFindings } = require('./rules');
const { World } = require('./world');
const { readData } = require('./data_sources');

const PROVIDER = 'registry.terraform.io/hashicorp/aws';
const DEFAULT_REGION = 'us-east-1';

/// The folder that `setup` filled with the npm packages.
function packagesFolder() {
  return path.resolve(process.env.SEKISHO_STAND_IN || path.join(__dirname, '../../../build/stand_in'));
}

function loadPackages() {
  const from = createRequire(path.join(packagesFolder(), 'package.json'));
  return { grpc: from('@grpc/grpc-js'), loader: from('@grpc/proto-loader'), msgpack: from('@msgpack/msgpack') };
}

const NESTING = { single: 'SINGLE', list: 'LIST', set: 'SET', map: 'MAP' };
const isComputed = (flags) => flags.includes('c');
const isForceNew = (flags) => (flags ?? '').includes('f');

function schemaMessage(resource) {
  const block = (source) => ({
    attributes: Object.entries(source.a ?? {}).map(([name, [flags, type]]) => ({
      name, type: Buffer.from(JSON.stringify(type)), required: flags.includes('r'), optional: flags.includes('o'),
      computed: isComputed(flags), sensitive: flags.includes('s'), deprecated: flags.includes('x'),
      write_only: flags.includes('w'),
    })),
    block_types: Object.entries(source.b ?? {}).map(([name, [nesting, min, max, inner]]) => ({
      type_name: name, nesting: NESTING[nesting], min_items: min, max_items: max, block: block(inner),
    })),
  });
  return { version: resource.v ?? 0, block: block(resource) };
}

function schemasMessage(schema) {
  const messages = (types) => Object.fromEntries(Object.entries(types).map(([name, type]) => [name, schemaMessage(type)]));
  return { provider: schemaMessage(schema.provider), provider_meta: schemaMessage(schema.provider_meta),
           resource_schemas: messages(schema.resources), data_source_schemas: messages(schema.data), diagnostics: [] };
}

/// What terraform wants for a block of this schema when there is none.
const emptyBlock = ([nesting]) => (nesting === 'single' ? null : []);

/// The planned values of one block: the configuration, plus defaults, plus what the provider computes
/// (kept from `prior`, else unknown).
function planBlock(schema, config, prior) {
  const planned = {};
  for (const [name, [flags, , extra]] of Object.entries(schema.a ?? {})) {
    const given = config[name] ?? null;
    if (given !== null) planned[name] = given;
    else if (isComputed(flags)) planned[name] = prior ? prior[name] ?? null : UNKNOWN;
    else planned[name] = extra?.d ?? null;
  }
  for (const [name, nested] of Object.entries(schema.b ?? {})) {
    const [nesting, , , inner, flags] = nested;
    const given = config[name] ?? emptyBlock(nested);
    const before = prior?.[name] ?? emptyBlock(nested);
    if (given instanceof Unknown) planned[name] = given;
    else if (nesting === 'single') planned[name] = given && planBlock(inner, given, before);
    else if (given.length === 0 && isComputed(flags ?? '') && prior) planned[name] = before;
    else planned[name] = given.map((element) => planBlock(inner, element, matching(inner, element, before)));
  }
  return planned;
}

/// The element of `candidates` that differs from `element` only in what the provider computes.
function matching(schema, element, candidates) {
  return candidates instanceof Unknown ? undefined : candidates.find((candidate) =>
    Object.keys(schema.a ?? {}).every((name) => (element[name] ?? null) === null || same(element[name], candidate[name])));
}

function replacementPaths(schema, prior, planned) {
  const changed = ([name, flags]) => isForceNew(flags) && !same(prior[name], planned[name]);
  const attributes = Object.entries(schema.a ?? {}).map(([name, [flags]]) => [name, flags]);
  const blocks = Object.entries(schema.b ?? {}).map(([name, nested]) => [name, nested[4]]);
  return [...attributes, ...blocks].filter(changed).map(([name]) => ({ steps: [{ attribute_name: name }] }));
}

function diagnostics(findings) {
  return findings.map(({ summary, detail, attribute }) => ({
    severity: 'ERROR', summary, detail: detail ?? '',
    attribute: attribute ? { steps: [{ attribute_name: attribute }] } : null,
  }));
}

/// The provider as one terraform connection sees it: an aliased `provider` block makes a connection of its own.
class Instance {
  #schema;
  #codec;
  #host;
  #region = DEFAULT_REGION;
  #defaultTags = {};

  constructor(schema, codec, host) {
    this.#schema = schema;
    this.#codec = codec;
    this.#host = host;
  }

  get #world() { return this.#host.world; }

  #decode(value) { return value?.msgpack?.length ? this.#codec.decode(value.msgpack) : null; }
  #encode(value) { return { msgpack: this.#codec.encode(value) }; }

  handlers(grpc, schemas) {
    const unary = (answer) => async (call, callback) => {
      try {
        callback(null, await answer(call.request));
      } catch (error) {
        callback({ code: grpc.status.INTERNAL, message: `stand-in: ${error.stack}` });
      }
    };
    return {
      GetSchema: unary(() => schemas),
      PrepareProviderConfig: unary(({ config }) => ({ prepared_config: config, diagnostics: [] })),
      ValidateResourceTypeConfig: unary(({ type_name, config }) => ({
        diagnostics: diagnostics(resourceFindings(type_name, this.#schema.resources[type_name], this.#decode(config))),
      })),
      ValidateDataSourceConfig: unary(({ type_name, config }) => ({
        diagnostics: diagnostics(dataFindings(type_name, this.#decode(config))),
      })),
      UpgradeResourceState: unary(({ type_name, raw_state }) => {
        const stored = JSON.parse(raw_state.json.toString());
        return { upgraded_state: this.#encode(this.#complete(type_name, stored)), diagnostics: [] };
      }),
      Configure: unary(({ config }) => this.#configure(this.#decode(config))),
      ReadResource: unary(({ type_name, current_state, private: kept }) => {
        this.#world.keep(type_name, this.#decode(current_state));
        return { new_state: current_state, private: kept, diagnostics: [] };
      }),
      ImportResourceState: unary(({ type_name, id }) => this.#import(type_name, id)),
      PlanResourceChange: unary((request) => this.#plan(request)),
      ApplyResourceChange: unary((request) => this.#apply(request)),
      ReadDataSource: unary(({ type_name, config }) => {
        const { state, findings } = readData(type_name, this.#schema.data[type_name], this.#decode(config),
                                             { region: this.#region, world: this.#world });
        return { state: this.#encode(state), diagnostics: diagnostics(findings) };
      }),
      Stop: unary(() => ({})),
    };
  }

  #configure(config) {
    if (this.#host.newRunOnConfigure) this.#host.beginRun();
    this.#region = isKnown(config.region) ? config.region : DEFAULT_REGION;
    const tags = config.default_tags?.[0]?.tags;
    this.#defaultTags = isKnown(tags) ? tags : {};
    const findings = /^[a-z]{2}(-[a-z]+)+-[0-9]$/.test(this.#region) ? []
      : [{ summary: 'Invalid provider configuration', detail: `Invalid Region: ${this.#region}`, attribute: 'region' }];
    return { diagnostics: diagnostics(findings) };
  }

  /// A stored state with null for each attribute that it lacks.
  #complete(type, stored) {
    const schema = this.#schema.resources[type];
    const attributes = Object.keys(schema.a ?? {}).map((name) => [name, stored[name] ?? null]);
    const blocks = Object.entries(schema.b ?? {}).map(([name, nested]) => [name, stored[name] ?? emptyBlock(nested)]);
    return Object.fromEntries([...attributes, ...blocks]);
  }

  async #plan({ type_name: type, prior_state, config: configured, prior_private }) {
    const schema = this.#schema.resources[type];
    const [prior, config] = [this.#decode(prior_state), this.#decode(configured)];
    if (config === null) return { planned_state: this.#encode(null), diagnostics: [] };

    const planned = planBlock(schema, config, prior);
    // A resource that names no Region is where the provider is; elsewhere it would be another one.
    if ('region' in planned && (config.region ?? null) === null) planned.region = this.#region;
    if ('tags_all' in planned && !isKnown(config.tags_all)) planned.tags_all = this.#allTags(planned.tags);
    const replace = prior ? replacementPaths(schema, prior, planned) : [];
    let findings = [];
    // A replacement is planned twice: against the old resource, then as a new one, which is the one that counts.
    if (replace.length === 0) {
      this.#world.name(type, planned);
      const kept = new Set(prior ? Object.keys(planned).filter((name) => (config[name] ?? null) === null) : []);
      findings = await this.#world.join(type, planned, prior, kept);
    }
    return { planned_state: this.#encode(planned), requires_replace: replace, planned_private: prior_private,
             diagnostics: diagnostics(findings), legacy_type_system: true };
  }

  /// Rules of security groups: what else could be imported, nothing that is tested asks for.
  #import(type, id) {
    const direction = /^aws_vpc_security_group_(ingress|egress)_rule$/.exec(type)?.[1];
    const found = this.#world.groupRules().find((rule) => rule.id === id && rule.direction === direction);
    if (!found) return { imported_resources: [], diagnostics: diagnostics([{ summary: `Cannot import: there is no ${type} ${id}` }]) };
    const state = this.#complete(type, { ...found.values, id, security_group_rule_id: id, region: this.#region, tags_all: {} });
    return { imported_resources: [{ type_name: type, state: this.#encode(state) }], diagnostics: [] };
  }

  #allTags(tags) {
    if (tags instanceof Unknown) return UNKNOWN;
    return { ...this.#defaultTags, ...tags };
  }

  #apply({ type_name: type, prior_state, planned_state, planned_private }) {
    const [prior, planned] = [this.#decode(prior_state), this.#decode(planned_state)];
    if (planned === null) {
      this.#world.remove(type, prior);
      return { new_state: this.#encode(null), diagnostics: [] };
    }
    const created = this.#world.create(type, this.#schema.resources[type], planned);
    return { new_state: this.#encode(created), private: planned_private, diagnostics: [], legacy_type_system: true };
  }
}

/// One stand-in: a socket, and the imaginary account behind it.
class StandIn {
  #listener;
  #servers = new Set();
  #folder;
  world = new World();

  /// Serves, and resolves to the stand-in itself. `newRunOnConfigure`: nobody calls beginRun().
  async start({ newRunOnConfigure = false } = {}) {
    const { grpc, loader, msgpack } = loadPackages();
    const schema = JSON.parse(fs.readFileSync(path.join(__dirname, 'schema.json'), 'utf8'));
    const codec = makeCodec(msgpack);
    const definition = loader.loadSync(path.join(__dirname, 'tfplugin5.proto'),
                                       { keepCase: true, enums: String, longs: Number, defaults: true });
    const { Provider } = grpc.loadPackageDefinition(definition).tfplugin5;
    const schemas = schemasMessage(schema);
    const limits = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };

    this.newRunOnConfigure = newRunOnConfigure;
    this.#listener = net.createServer((socket) => {
      const server = new grpc.Server(limits);
      server.addService(Provider.service, new Instance(schema, codec, this).handlers(grpc, schemas));
      server.createConnectionInjector(grpc.ServerCredentials.createInsecure()).injectConnection(socket);
      this.#servers.add(server);
      socket.on('close', () => { server.forceShutdown(); this.#servers.delete(server); });
    });
    this.#folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sekisho-stand-in-'));
    this.socket = path.join(this.#folder, 'provider.sock');
    await new Promise((resolve, reject) => this.#listener.on('error', reject).listen(this.socket, resolve));
    return this;
  }

  stop() {
    this.#listener.close();
    this.#servers.forEach((server) => server.forceShutdown());
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }

  /// To be called before each terraform command: what is planned in it is judged together, even before any id
  /// is known if `linked`, but then the plan is not for applying.
  beginRun({ linked = false } = {}) { this.world.beginRun(linked); }

  /// Forgets every resource, for a configuration that has nothing to do with the last one.
  forget() { this.world = new World(); }

  /// The value of TF_REATTACH_PROVIDERS.
  reattach() {
    return JSON.stringify({ [PROVIDER]: { Protocol: 'grpc', ProtocolVersion: 5, Pid: process.pid, Test: true,
                                          Addr: { Network: 'unix', String: this.socket } } });
  }
}

module.exports = { StandIn, packagesFolder };

if (require.main === module) {
  new StandIn().start({ newRunOnConfigure: true }).then((standIn) => {
    process.stdout.write(`export TF_REATTACH_PROVIDERS='${standIn.reattach()}'\n`);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { standIn.stop(); process.exit(0); });
  });
}
