#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
//
// Runs the real terraform over a configuration, offline, with the stand-in for the AWS provider (README.md).
// Works on a copy: the judged folder is never written to.
'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawn, spawnSync } = require('node:child_process');
const { StandIn, packagesFolder } = require('./stand_in/provider');

const USAGE = `usage: node judge.js DIR [--plan | --apply] [--var NAME=VALUE]... [--show FILE] [--no-fmt] [--json]
       node judge.js --scenario nat-toggle DIR [--var NAME=VALUE]... [--json]
       node judge.js --scenario change OLD NEW [--state FILE] [--json]
       node judge.js --batch (DIR... | -) [--validate | --plan | --apply] [--var NAME=VALUE]... [--init] [--no-fmt] [--jobs N]

  DIR           fmt -check, init, validate
  --plan        and plan
  --apply       and plan, apply, output, a second plan (which must be empty), destroy
  --scenario    nat-toggle: applies with enable_nat_gateway false, true, false; the last step must destroy exactly
                what the second created. change: applies OLD, then plans NEW in the same state; in a --batch
                the two stand on one line with a tab between them
  --state FILE  of scenario change: writes terraform's state after OLD was applied into FILE
  --show FILE   writes the plan as JSON (terraform show -json) into FILE
  --batch       many folders at once, up to plan unless told otherwise and without init; \`-\` reads them from
                standard input, one a line. Prints one JSON line per folder as it is done.
Exit status: 0 accepted, 1 refused, 2 usage, 77 cannot run here (1 if CI=true).
`;

const NAT_TOGGLE = 'enable_nat_gateway';

/// Where the run ends early: terraform refused something.
class Refusal extends Error {
  constructor(stage, errors) {
    super(`refused at ${stage}`);
    this.stage = stage;
    this.errors = errors;
  }
}

function terraformEnvironment(standIn) {
  // Whatever the caller's shell says about accounts or about terraform must not matter.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(AWS|TF)_/.test(name));
  return {
    ...Object.fromEntries(inherited), TF_REATTACH_PROVIDERS: standIn.reattach(), TF_CLI_CONFIG_FILE: '/dev/null', TF_IN_AUTOMATION: '1',
    TF_INPUT: '0', CHECKPOINT_DISABLE: '1', AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/// One configuration, copied into a folder of its own.
class Run {
  constructor(standIn, source, variables) {
    this.standIn = standIn;
    this.source = path.resolve(source);
    this.variables = variables.flatMap((variable) => ['-var', variable]);
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sekisho-judge-'));
    const left = /^(\.terraform|terraform\.tfstate.*)$/;
    try {
      fs.cpSync(this.source, this.folder, { recursive: true, filter: (from) => from === this.source || !left.test(path.basename(from)) });
    } catch (error) {
      this.dispose();
      throw new Refusal('read', [{ summary: error.message }]);
    }
    this.linked = false;
    standIn.forget();
    this.hasBackend = fs.readdirSync(this.folder).filter((file) => file.endsWith('.tf'))
      .some((file) => /^\s*(backend\s+"|cloud\s*\{)/m.test(fs.readFileSync(path.join(this.folder, file), 'utf8')));
    if (this.hasBackend) fs.writeFileSync(path.join(this.folder, 'judge_override.tf'), 'terraform {\n  backend "local" {}\n}\n');
  }
  /// Puts another configuration in place of the one there is; the state stays.
  exchange(source) {
    for (const file of fs.readdirSync(this.folder)) {
      if (/\.(tf|tfvars)$/.test(file)) fs.rmSync(path.join(this.folder, file));
    }
    for (const file of fs.readdirSync(source)) {
      if (/\.(tf|tfvars)$/.test(file)) fs.copyFileSync(path.join(source, file), path.join(this.folder, file));
    }
  }
  dispose() { fs.rmSync(this.folder, { recursive: true, force: true }); }

  /// {code, out, err} of one terraform command.
  terraform(...parameters) {
    this.standIn.beginRun({ linked: this.linked });
    return new Promise((resolve, reject) => {
      const child = spawn('terraform', parameters, { cwd: this.folder, env: terraformEnvironment(this.standIn), stdio: ['ignore', 'pipe', 'pipe'] });
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text) => { out += text; });
      child.stderr.setEncoding('utf8').on('data', (text) => { err += text; });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, err }));
    });
  }

  async fmt() {
    const { code, out, err } = await this.terraform('fmt', '-check', '-diff', '-no-color');
    if (code !== 0) throw new Refusal('fmt', [{ summary: 'not as terraform fmt writes it', detail: (out + err).trim() }]);
  }
  async init() {
    const { code, out, err } = await this.terraform('init', '-no-color', '-input=false');
    if (code !== 0) throw new Refusal('init', [{ summary: 'init failed', detail: (out + err).trim() }]);
  }
  async validate() {
    const { out, err } = await this.terraform('validate', '-json');
    const answer = parse(out) ?? { valid: false, diagnostics: [{ severity: 'error', summary: err.trim() || out.trim() }] };
    if (!answer.valid) throw new Refusal('validate', answer.diagnostics.filter(isError).map(brief));
  }

  /// Plans, and judges the planned resources together (a linked run, see stand_in/world.js).
  /// {add, change, destroy, create: [address], update: [...], delete: [...], replace: [...]}
  async plan(stage = 'plan') {
    this.linked = true;
    const messages = await this.#stream(stage, 'plan', '-input=false', ...this.variables).finally(() => { this.linked = false; });
    const changes = messages.filter(({ type }) => type === 'planned_change').map(({ change }) => change);
    const addresses = (action) => changes.filter((change) => change.action === action).map((change) => change.resource.addr).sort();
    const { add, change, remove } = messages.find(({ type }) => type === 'change_summary').changes;
    return { add, change, destroy: remove, create: addresses('create'), update: addresses('update'),
             delete: addresses('delete'), replace: addresses('replace') };
  }
  /// A plan for show() and apply().
  async savePlan() { await this.#stream('plan', 'plan', '-out=judge.plan', '-input=false', ...this.variables); }
  async show() {
    const { code, out, err } = await this.terraform('show', '-json', 'judge.plan');
    if (code !== 0) throw new Refusal('show', [{ summary: err.trim() }]);
    return out;
  }
  async apply() { await this.#stream('apply', 'apply', '-input=false', 'judge.plan'); }
  async output() {
    const { code, out, err } = await this.terraform('output', '-json');
    if (code !== 0) throw new Refusal('output', [{ summary: err.trim() }]);
    return Object.fromEntries(Object.entries(JSON.parse(out)).map(([name, { value }]) => [name, value]));
  }
  async replan() {
    const again = await this.plan('replan');
    if (again.add + again.change + again.destroy > 0) {
      throw new Refusal('replan', [{ summary: 'a second plan is not empty', detail: JSON.stringify(again) }]);
    }
  }
  async destroy() { await this.#stream('destroy', 'apply', '-destroy', '-auto-approve', '-input=false', ...this.variables); }

  /// The messages of a command that speaks JSON lines.
  async #stream(stage, command, ...parameters) {
    const { code, out, err } = await this.terraform(command, '-json', ...parameters);
    const messages = out.split('\n').map(parse).filter(Boolean);
    if (code === 0) return messages;
    const errors = messages.filter(({ type }) => type === 'diagnostic').map(({ diagnostic }) => diagnostic).filter(isError).map(brief);
    throw new Refusal(stage, errors.length > 0 ? errors : [{ summary: `terraform ${command} exited with ${code}`, detail: (out + err).trim() }]);
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
const isError = ({ severity }) => severity === 'error';
const brief = ({ summary, detail, address, range }) => ({
  summary, ...(detail ? { detail } : {}), ...(address ? { address } : {}),
  ...(range ? { file: range.filename, line: range.start.line } : {}),
});

/// Runs `steps` over a copy of the folder, which fill in the verdict; a refusal ends them.
async function judged(standIn, dir, options, steps) {
  const verdict = { dir, ok: false, stage: 'read', errors: [] };
  const started = Date.now();
  let run;
  try {
    run = new Run(standIn, dir, options.variables);
    await steps(run, verdict);
    verdict.ok = true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    Object.assign(verdict, { stage: error.stage, errors: error.errors });
  } finally {
    run?.dispose();
  }
  verdict.seconds = (Date.now() - started) / 1000;
  return verdict;
}

/// {dir, ok, stage, errors, add, change, destroy, create, outputs, seconds} of one folder.
function judge(standIn, dir, options) {
  return judged(standIn, dir, options, async (run, verdict) => {
    const stage = async (name, action) => { verdict.stage = name; return action(); };
    if (options.fmt) await stage('fmt', () => run.fmt());
    if (options.init || run.hasBackend) await stage('init', () => run.init());
    await stage('validate', () => run.validate());
    if (options.upTo === 'validate') return;
    const { add, change, destroy, create } = await stage('plan', () => run.plan());
    Object.assign(verdict, { add, change, destroy, create });
    if (options.show || options.upTo === 'apply') await run.savePlan();
    if (options.show) fs.writeFileSync(options.show, await run.show());
    if (options.upTo === 'plan') return;
    await stage('apply', () => run.apply());
    verdict.outputs = await stage('output', () => run.output());
    await stage('replan', () => run.replan());
    await stage('destroy', () => run.destroy());
  });
}

/// Switches NAT off, on and off again. {..., steps: [{nat, create, update, delete, replace}]}
function natToggle(standIn, dir, options) {
  return judged(standIn, dir, options, async (run, verdict) => {
    if (options.fmt) await run.fmt();
    await run.init();
    await run.validate();
    verdict.steps = [];
    for (const nat of ['off', 'on', 'off']) {
      run.variables = [...options.variables, `${NAT_TOGGLE}=${nat === 'on'}`].flatMap((variable) => ['-var', variable]);
      const { create, update, delete: gone, replace } = await run.plan(`plan ${nat}`);
      await run.savePlan();
      await run.apply();
      await run.replan();
      verdict.steps.push({ nat, create, update, delete: gone, replace, outputs: await run.output() });
    }
    const [, on, off] = verdict.steps;
    const nothing = (step, ...actions) => actions.every((action) => step[action].length === 0);
    if (on.create.length === 0 || on.create.join() !== off.delete.join() || !nothing(on, 'update', 'delete', 'replace')
        || !nothing(off, 'create', 'update', 'replace')) {
      throw new Refusal('nat-toggle', [{ summary: 'switching NAT off does not undo exactly what switching it on did' }]);
    }
    await run.destroy();
    verdict.stage = 'destroy';
  });
}

/// Applies one folder, then plans another in its state. {..., create, update, delete, replace}
function change(standIn, pair, options) {
  const [before, now] = pair.split('\t');
  return judged(standIn, before, options, async (run, verdict) => {
    verdict.dir = pair;
    await run.savePlan();
    await run.apply();
    if (options.state) fs.copyFileSync(path.join(run.folder, 'terraform.tfstate'), options.state);
    run.exchange(path.resolve(now));
    verdict.stage = 'plan';
    Object.assign(verdict, await run.plan());
  });
}

/// Judges many folders over a few stand-ins; `report` gets each verdict as it comes.
async function batch(standIns, dirs, options, report) {
  const left = [...dirs];
  await Promise.all(standIns.map(async (standIn) => {
    while (left.length > 0) report(await (options.scenario === 'change' ? change : judge)(standIn, left.shift(), options));
  }));
}

/// Why the judge cannot run here, or null. Installs the npm packages where they are missing.
function obstacle() {
  if (spawnSync('terraform', ['version'], { env: { ...process.env, CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: '/dev/null' } }).status !== 0) {
    return 'terraform is not on the PATH';
  }
  const setup = spawnSync(path.join(__dirname, 'stand_in/setup'), [packagesFolder()], { encoding: 'utf8' });
  return setup.status === 0 ? null : `the npm packages cannot be installed: ${(setup.stderr || String(setup.error)).trim()}`;
}

/// Ends the process where the judge cannot run: 77 (CTest's "skipped"), but a failure in CI.
function demandTools() {
  const reason = obstacle();
  if (!reason) return;
  const ci = process.env.CI === 'true';
  process.stderr.write(`${ci ? 'FAILED' : 'SKIPPED'}: ${reason}\n`);
  process.exit(ci ? 1 : 77);
}

function parseArguments(words) {
  const options = { dirs: [], variables: [], upTo: null, fmt: true, init: true, jobs: Math.min(2, os.cpus().length) };
  const value = (i, word) => {
    if (i >= words.length) throw new Error(`${word} needs a value`);
    return words[i];
  };
  for (let i = 0; i < words.length; ++i) {
    const word = words[i];
    if (word === '--validate' || word === '--plan' || word === '--apply') options.upTo = word.slice(2);
    else if (word === '--var') options.variables.push(value(++i, word));
    else if (word === '--show') options.show = value(++i, word);
    else if (word === '--state') options.state = value(++i, word);
    else if (word === '--scenario') options.scenario = value(++i, word);
    else if (word === '--jobs') options.jobs = Number(value(++i, word));
    else if (word === '--json') options.json = true;
    else if (word === '--no-fmt') options.fmt = false;
    else if (word === '--init') options.initAsked = true;
    else if (word === '--batch') options.batch = true;
    else if (word.startsWith('-') && word !== '-') throw new Error(`unknown option ${word}`);
    else options.dirs.push(word);
  }
  if (options.batch) {
    if (options.dirs.length === 1 && options.dirs[0] === '-') options.dirs = fs.readFileSync(0, 'utf8').split('\n').filter(Boolean);
    options.init = Boolean(options.initAsked);
    options.upTo ??= 'plan';
    if (!Number.isInteger(options.jobs) || options.jobs < 1) throw new Error('--jobs needs a whole number from 1');
  } else if (options.scenario === 'change') {
    if (options.dirs.length !== 2) throw new Error('two folders are wanted');
    options.dirs = [options.dirs.join('\t')];
  } else if (options.dirs.length !== 1) throw new Error('one folder is wanted');
  if (options.scenario && !['nat-toggle', 'change'].includes(options.scenario)) throw new Error(`unknown scenario ${options.scenario}`);
  if (options.scenario === 'nat-toggle' && options.batch) throw new Error('--scenario nat-toggle and --batch do not go together');
  options.upTo ??= options.show ? 'plan' : 'validate';
  return options;
}

function humanText(verdict) {
  const lines = [`${verdict.dir}: ${verdict.ok ? 'accepted' : 'REFUSED'} (${verdict.stage}, ${verdict.seconds} s)`];
  if (verdict.add !== undefined) lines.push(`  plan: ${verdict.add} to add, ${verdict.change} to change, ${verdict.destroy} to destroy`);
  for (const [name, output] of Object.entries(verdict.outputs ?? {})) lines.push(`  output ${name} = ${JSON.stringify(output)}`);
  for (const step of verdict.steps ?? []) {
    lines.push(`  NAT ${step.nat}: ${step.create.length} created, ${step.update.length} updated, ${step.delete.length} destroyed`);
    if (step.nat === 'on') lines.push(...step.create.map((address) => `    + ${address}`));
    lines.push(...step.delete.map((address) => `    - ${address}`));
  }
  if (verdict.replace) lines.push(...verdict.replace.map((address) => `    -/+ ${address}`));
  for (const error of verdict.errors) {
    const place = error.file ? `${error.file}:${error.line}: ` : '';
    lines.push(`  ${place}${error.address ? `${error.address}: ` : ''}${error.summary}`, ...(error.detail ? [`    ${error.detail.replaceAll('\n', '\n    ')}`] : []));
  }
  return `${lines.join('\n')}\n`;
}

async function main() {
  let options;
  try {
    options = parseArguments(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`judge: ${error.message}\n${USAGE}`);
    return 2;
  }
  demandTools();
  const count = options.batch ? Math.min(options.jobs, Math.max(1, options.dirs.length)) : 1;
  const standIns = await Promise.all(Array.from({ length: count }, () => new StandIn().start()));
  let accepted = true;
  const report = (verdict) => {
    accepted &&= verdict.ok;
    process.stdout.write(options.batch || options.json ? `${JSON.stringify(verdict)}\n` : humanText(verdict));
  };
  try {
    if (options.batch) await batch(standIns, options.dirs, options, report);
    else if (options.scenario === 'change') report(await change(standIns[0], options.dirs[0], options));
    else if (options.scenario) report(await natToggle(standIns[0], options.dirs[0], options));
    else report(await judge(standIns[0], options.dirs[0], options));
  } finally {
    standIns.forEach((standIn) => standIn.stop());
  }
  return accepted ? 0 : 1;
}

module.exports = { Run, judge, natToggle, change, batch, demandTools };

if (require.main === module) {
  main().then((status) => { process.exitCode = status; }, (error) => {
    process.stderr.write(`judge: ${error.stack}\n`);
    process.exitCode = 2;
  });
}
