#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
//
// Tests the judge itself: what it must accept, what it must refuse (refusals.js), and the life of the article's
// design (../fixtures/article) from the first plan to destroy. Exit status as judge.js.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const { Run, judge, natToggle, change, batch, demandTools } = require('../judge');
const { HEADER, ROWS } = require('./refusals');

const ARTICLE = path.join(__dirname, '../fixtures/article');
const EVERY_TYPE = path.join(__dirname, '../fixtures/every_type');
const UP_TO_PLAN = { variables: [], upTo: 'plan' };
const NAT_RESOURCES = ['aws_eip.nat[0]', 'aws_eip.nat[1]', 'aws_nat_gateway.main[0]', 'aws_nat_gateway.main[1]',
                       'aws_route.private_nat[0]', 'aws_route.private_nat[1]'];

demandTools();
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'sekisho-self-test-'));
let [passed, failed] = [0, 0];

async function test(name, body) {
  try {
    await body();
    ++passed;
  } catch (error) {
    ++failed;
    process.stdout.write(`FAILED: ${name}\n  ${error.message.replaceAll('\n', '\n  ')}\n`);
  }
}

function folder(name, text) {
  const dir = path.join(scratch, name);
  fs.mkdirSync(dir);
  fs.writeFileSync(path.join(dir, 'main.tf'), HEADER + text);
  return dir;
}

/// Every row's configuration is accepted as it stands, and refused with the row's change.
async function refusals(standIns) {
  const goodDirs = new Map();
  for (const { config } of ROWS) if (!goodDirs.has(config)) goodDirs.set(config, folder(`good-${goodDirs.size}`, config));
  const badDirs = ROWS.map(({ config, change: [from, to] }, i) => {
    assert.ok(config.includes(from), `row ${i}: nothing to change: ${from}`);
    return folder(`bad-${i}`, config.replace(from, () => to));
  });
  const verdicts = new Map();
  await batch(standIns, [...goodDirs.values(), ...badDirs], UP_TO_PLAN, (verdict) => verdicts.set(verdict.dir, verdict));

  for (const dir of goodDirs.values()) {
    await test(`accepts ${fs.readFileSync(path.join(dir, 'main.tf'), 'utf8').slice(HEADER.length)}`, () => {
      const { ok, errors, add } = verdicts.get(dir);
      assert.ok(ok, JSON.stringify(errors));
      assert.ok(add > 0);
    });
  }
  for (const [i, { change: [from, to], stage, says }] of ROWS.entries()) {
    await test(`refuses ${JSON.stringify(from)} -> ${JSON.stringify(to)}`, () => {
      const verdict = verdicts.get(badDirs[i]);
      assert.ok(!verdict.ok, 'it was accepted');
      const summaries = JSON.stringify(verdict.errors.map(({ summary }) => summary));
      assert.ok(summaries.includes(says) || summaries.replaceAll('\\"', '"').includes(says), `"${says}" is not said: ${summaries}`);
      assert.equal(verdict.stage, stage, summaries);
    });
  }
}

async function article(standIn) {
  await test('the article: NAT off and on differ by six resources', async () => {
    const off = await judge(standIn, ARTICLE, { variables: [], fmt: true, init: true, upTo: 'plan' });
    const on = await judge(standIn, ARTICLE, { variables: ['enable_nat_gateway=true'], upTo: 'plan' });
    assert.ok(off.ok && on.ok, JSON.stringify([off.errors, on.errors]));
    assert.equal(off.add, 19);
    assert.equal(on.add, off.add + 6);
    assert.deepEqual(on.create.filter((address) => !off.create.includes(address)), NAT_RESOURCES);
  });
  await test('the article: apply, outputs, an empty second plan, destroy; the same twice', async () => {
    const options = { variables: ['enable_nat_gateway=true'], upTo: 'apply' };
    const first = await judge(standIn, ARTICLE, options);
    const second = await judge(standIn, ARTICLE, options);
    assert.ok(first.ok && second.ok, JSON.stringify([first.errors, second.errors]));
    assert.deepEqual(first.outputs, second.outputs);
    assert.equal(first.outputs.nat_gateway_ids.length, 2);
    for (const id of first.outputs.nat_gateway_ids) assert.match(id, /^nat-[0-9a-f]{17}$/);
    for (const address of first.outputs.nat_gateway_public_ips) assert.match(address, /^(203\.0\.113|198\.51\.100)\.\d+$/);
  });
  await test('the article: the toggle creates and destroys exactly the NAT resources', async () => {
    const { ok, errors, steps } = await natToggle(standIn, ARTICLE, { variables: [], fmt: true });
    assert.ok(ok, JSON.stringify(errors));
    assert.deepEqual(steps.map(({ nat }) => nat), ['off', 'on', 'off']);
    assert.deepEqual([steps[0].create.length, steps[1].create, steps[2].delete], [19, NAT_RESOURCES, NAT_RESOURCES]);
    assert.deepEqual([steps[0].outputs.nat_gateway_ids, steps[1].outputs.nat_gateway_ids.length, steps[2].outputs.nat_gateway_ids], [[], 2, []]);
  });
  await test('changes: in place, by replacement, and what hangs on a replaced resource', async () => {
    const run = new Run(standIn, ARTICLE, []);
    try {
      await run.savePlan();
      await run.apply();
      const edit = (file, from, to) => {
        const at = path.join(run.folder, file);
        const text = fs.readFileSync(at, 'utf8');
        assert.ok(text.includes(from));
        fs.writeFileSync(at, text.replace(from, to));
      };
      edit('vpc.tf', '-vpc"', '-vpc2"');
      edit('security.tf', 'from_port       = 5432', 'from_port       = 5433');
      edit('security.tf', 'to_port         = 5432', 'to_port         = 5433');
      let plan = await run.plan();
      assert.deepEqual([plan.update, plan.create, plan.replace], [['aws_security_group.rds', 'aws_vpc.main'], [], []]);
      edit('security.tf', 'Security group for ECS Fargate', 'ECS');
      edit('variables.tf', '10.0.12.0/24', '10.0.13.0/24');
      plan = await run.plan();
      assert.deepEqual(plan.replace, ['aws_route_table_association.private[1]', 'aws_security_group.ecs', 'aws_subnet.private[1]']);
      assert.deepEqual(plan.update, ['aws_security_group.rds', 'aws_vpc.main']);
      await run.savePlan();
      await run.apply();
      await run.replan();
    } finally {
      run.dispose();
    }
  });
}

const TURN_HEAD = `
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
`;
const TURN_INSIDE = `${TURN_HEAD}
resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id
  egress = []
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`;
const TURN_OUTSIDE = `${TURN_HEAD}
resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id
}
resource "aws_vpc_security_group_ingress_rule" "http" {
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
}
`;
const TURN_IMPORT = `
data "aws_vpc_security_group_rules" "web" {
  filter {
    name   = "group-id"
    values = [aws_security_group.web.id]
  }
}
data "aws_vpc_security_group_rule" "web" {
  for_each               = toset(data.aws_vpc_security_group_rules.web.ids)
  security_group_rule_id = each.value
}
import {
  for_each = toset([for rule in data.aws_vpc_security_group_rule.web : rule.security_group_rule_id if !rule.is_egress && rule.from_port == 80])
  to       = aws_vpc_security_group_ingress_rule.http
  id       = each.value
}
`;

async function rulesThatTurn(standIn) {
  const inside = folder('inside', TURN_INSIDE);
  await test('a rule that left its group is in AWS all the same', async () => {
    const { ok, errors } = await change(standIn, `${inside}\t${folder('outside', TURN_OUTSIDE)}`, { variables: [] });
    assert.ok(!ok && JSON.stringify(errors).includes('InvalidPermission.Duplicate'), JSON.stringify(errors));
  });
  await test('unless it is imported', async () => {
    const verdict = await change(standIn, `${inside}\t${folder('imported', TURN_OUTSIDE + TURN_IMPORT)}`, { variables: [] });
    assert.ok(verdict.ok, JSON.stringify(verdict.errors));
    assert.deepEqual([verdict.create, verdict.update, verdict.delete, verdict.replace], [[], [], [], []]);
  });
  await test('the last rule of a direction stays unless there are said to be none', async () => {
    const plan = async (name, text) => (await change(standIn, `${inside}\t${folder(name, text)}`, { variables: [] })).update;
    const without = TURN_INSIDE.replace(/ {2}ingress \{[^}]*\}\n/, '');
    assert.deepEqual(await plan('silent', without), []);
    assert.deepEqual(await plan('none', without.replace('egress = []', 'egress = []\n  ingress = []')), ['aws_security_group.web']);
  });
}

async function everyType(standIn) {
  const text = fs.readFileSync(path.join(EVERY_TYPE, 'main.tf'), 'utf8');
  const schema = JSON.parse(fs.readFileSync(path.join(__dirname, '../stand_in/schema.json'), 'utf8'));
  await test('every type of the schema is in the fixture', () => {
    const absent = (keyword, types) => Object.keys(types).filter((type) => !text.includes(`\n${keyword} "${type}" "`));
    assert.deepEqual([absent('resource', schema.resources), absent('data', schema.data)], [[], []]);
  });
  await test('every type: planned, applied, unchanged, destroyed', async () => {
    const { ok, errors, outputs } = await judge(standIn, EVERY_TYPE, { variables: [], fmt: true, init: true, upTo: 'apply' });
    assert.ok(ok, JSON.stringify(errors));
    assert.deepEqual(outputs.vpc, { cidr: '10.0.0.0/16', subnets: 3, zone: 'ap-northeast-1a' });
    assert.equal(outputs.peer_region, 'ap-northeast-3');
    assert.equal(outputs.tags.Project, 'sekisho');
    assert.match(outputs.regional_nat_route_table, /^rtb-/);
    assert.equal(outputs.trust.Statement[0].Principal.Service, 'vpc-flow-logs.amazonaws.com');
  });
}

async function commandLine() {
  const command = (...words) => spawnSync(process.execPath, [path.join(__dirname, '../judge.js'), ...words], { encoding: 'utf8' });
  const unformatted = folder('unformatted', 'locals { a = 1\n}\n'.replace('a = 1', 'a   =   1'));
  await test('the command line: exit statuses and JSON', () => {
    assert.equal(command().status, 2);
    assert.equal(command('--frobnicate', ARTICLE).status, 2);
    const shown = path.join(scratch, 'plan.json');
    const accepted = command(ARTICLE, '--plan', '--json', '--show', shown);
    assert.equal(accepted.status, 0, accepted.stdout + accepted.stderr);
    assert.equal(JSON.parse(accepted.stdout).add, 19);
    const shownPlan = JSON.parse(fs.readFileSync(shown, 'utf8'));
    const vpc = shownPlan.planned_values.root_module.resources.find(({ address }) => address === 'aws_vpc.main');
    assert.equal(vpc.values.cidr_block, '10.0.0.0/16');
    const refused = command(unformatted, '--json');
    assert.equal(refused.status, 1);
    assert.equal(JSON.parse(refused.stdout).stage, 'fmt');
    const missing = command('--batch', path.join(scratch, 'nothing-there'), ARTICLE);
    assert.equal(missing.status, 1);
    const verdicts = missing.stdout.trim().split('\n').map((line) => JSON.parse(line));
    assert.deepEqual(verdicts.map(({ ok, stage }) => [ok, stage]).sort(), [[false, 'read'], [true, 'plan']]);
  });
  await test('a remote backend is replaced by a local one', () => {
    const remote = folder('remote', `${ROWS[0].config}\nterraform {\n  backend "s3" {\n    bucket = "b"\n    key    = "k"\n    region = "us-east-1"\n  }\n}\n`);
    const answer = command('--batch', '--no-fmt', '--apply', remote);
    assert.equal(answer.status, 0, answer.stdout + answer.stderr);
  });
  await test('the judged folder is left as it was', () => {
    assert.deepEqual(fs.readdirSync(ARTICLE).filter((file) => !/\.(tf|tfvars)$/.test(file)), []);
  });
}

async function main() {
  const { StandIn } = require('../stand_in/provider');
  const standIns = await Promise.all([new StandIn().start(), new StandIn().start()]);
  try {
    await refusals(standIns);
    await article(standIns[0]);
    await rulesThatTurn(standIns[0]);
    await everyType(standIns[0]);
    await commandLine();
  } finally {
    standIns.forEach((standIn) => standIn.stop());
    fs.rmSync(scratch, { recursive: true, force: true });
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

main().then((status) => { process.exitCode = status; }, (error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
