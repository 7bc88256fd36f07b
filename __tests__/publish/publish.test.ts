import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Decision, PromotionDecision } from '../../src/domain/decision.js';
import { PromotionError } from '../../src/domain/error.js';
import { OUTCOMES, type Outcome } from '../../src/domain/outcome.js';
import type { EventFacts } from '../../src/domain/event.js';
import { gitHubOf } from '../../src/github/github.js';
import { outlineOf } from '../../src/inputs/outline.js';
import { MINIMAL, rawInputs } from '../inputs/raw-inputs.js';
import { writeFirstOutputs } from '../../src/publish/outputs.js';
import { publish } from '../../src/publish/publish.js';
import type { Wishes } from '../../src/publish/sink.js';
import { OUTPUT_NAMES } from '../../src/report/outputs.js';
import { MemoryStore, memoryRegistry } from '../harness/memory-registry.js';
import { exitCodeOf } from '../harness/outcomes.js';
import { testWorld, type TestWorld } from '../harness/world.js';
import { DECISIONS } from '../report/decisions.js';

const PUSH: EventFacts = { name: 'push', fork: false, headSha: null };

const LATER = new AbortController().signal;

function decisionOf(outcome: Outcome, more: Partial<PromotionDecision> = {}): Decision {
  const decision = DECISIONS[outcome];
  return decision.mode === 'list' ? decision : { ...decision, ...more };
}

function wishesOf(written: Readonly<Record<string, string>> = {}, event = PUSH): Wishes {
  const raw = rawInputs({ ...MINIMAL, 'github-token': 'ghs_token', ...written });
  return { ...outlineOf(raw), event, until: LATER };
}

const PLAIN: Wishes = { failOnRejection: true, check: null, event: PUSH, until: LATER };

function world(env: Readonly<Record<string, string>> = {}, summary?: () => void): TestWorld {
  const registry = memoryRegistry(new MemoryStore());
  const github = gitHubOf(env);
  return testWorld({ inputs: {}, registry, env, github, ...(summary === undefined ? {} : { summary }) });
}

describe('a place that fails', () => {
  it('keeps no other from its turn, and the step is red', async () => {
    const at = world();
    const broken = {
      ...at,
      github: { ...at.github, createCheckRun: () => Promise.reject(new Error('a defect')) },
    };
    const check = wishesOf({});
    const exit = await publish(
      { ...DECISIONS.promoted, run: { ...DECISIONS.promoted.run, sha: 'a' } },
      check,
      {
        ...broken,
        env: { ...at.env, GITHUB_REPOSITORY: 'me/repo' },
      },
    );
    expect(exit).toBe(1);
    const titles = at.annotations().map(({ title }) => title);
    expect(titles).toContain('Report incomplete');
    expect(titles.at(-1)).toContain('promoted');
    expect(at.said.some(({ kind }) => kind === 'summary')).toBe(true);
  });

  it.each([0, 1, 2, 3, 4, 6])('and does not end, neither: part %d', async (stuck) => {
    let part = -1;
    const bounded = <T>(work: () => T): T => {
      part += 1;
      if (part === stuck) throw new PromotionError('timeout', 'It was ended.', 'Report it.');
      return work();
    };
    const at = world();
    const exit = await publish(DECISIONS.promoted, PLAIN, { ...at, bounded });
    expect([exit, part]).toEqual([1, 6]);
    expect(at.annotations().map(({ title }) => title)).toContain('Report incomplete');
    if (stuck !== 2) expect(at.outputs()).toMatchObject({ result: 'promoted', promoted: 'true' });
  });
});

describe('the exit code', () => {
  it.each(OUTCOMES)('of %s', async (outcome) => {
    const exits = await Promise.all(
      ['true', 'false'].map((text) =>
        publish(decisionOf(outcome), wishesOf({ 'fail-on-rejection': text }), world()),
      ),
    );
    expect(exits).toEqual([exitCodeOf(outcome, true), exitCodeOf(outcome, false)]);
  });
});

describe('publishing', () => {
  it('says first that nothing was promoted', () => {
    const at = world();
    writeFirstOutputs(at.runner, 'churn');
    expect(at.outputs()).toMatchObject({ result: 'error', promoted: 'false', 'model-name': 'churn' });
    expect(Object.keys(at.outputs())).toEqual([...OUTPUT_NAMES]);
  });

  it('keeps outputs and exit code when the files cannot be written', async () => {
    const at = world();
    // No file can hold what the schema does not know.
    const unwritable = decisionOf('promoted', { schemaVersion: 2 as never });
    expect(await publish(unwritable, PLAIN, at)).toBe(0);
    expect(at.outputs()).toMatchObject({ result: 'promoted', promoted: 'true', decision: '', report: '' });
    expect(at.annotations()).toMatchObject([
      { level: 'warning', title: 'Report incomplete' },
      { level: 'notice' },
    ]);
  });

  it('writes them where it can when the runner’s folder is not there, and says where', async () => {
    const at = world({ RUNNER_TEMP: join(tmpdir(), 'no', 'such', 'folder') });
    expect(await publish(decisionOf('promoted'), PLAIN, at)).toBe(0);
    const { decision = '', report = '' } = at.outputs();
    expect(JSON.parse(await readFile(decision, 'utf8'))).toMatchObject({ outcome: 'promoted' });
    expect(at.said).toContainEqual({ kind: 'info', text: `Report: ${report}` });
  });

  it('keeps them when the summary cannot be written', async () => {
    const at = world({}, () => {
      throw new Error('disk full ##[error]x');
    });
    expect(await publish(decisionOf('promoted'), PLAIN, at)).toBe(0);
    const [warning] = at.annotations();
    expect(warning?.text).toContain('disk full');
    expect(warning?.text).not.toContain('##[');
  });
});

describe('the check run', () => {
  let server: Server;
  const requests: { url: string; body: Record<string, unknown> }[] = [];
  let status = 201;
  const github: Record<string, string> = { GITHUB_REPOSITORY: 'me/repo', GITHUB_RUN_ID: '1' };

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString()));
      request.on('end', () => {
        requests.push({ url: request.url ?? '', body: JSON.parse(text) as Record<string, unknown> });
        const headers = {
          'content-type': 'application/json',
          'x-accepted-github-permissions': 'checks=write',
        };
        response.writeHead(status, headers).end('{}');
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    github['GITHUB_API_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  beforeEach(() => {
    requests.length = 0;
    status = 201;
  });

  const RUN = {
    ...{ url: 'https://github.com/me/repo/actions/runs/1', actor: 'me', sha: 'c0ffee', attempt: 2 },
    ...{ commitUrl: null, docsUrl: null },
  };

  it('says what the decision says, on the commit of the run', async () => {
    await publish(decisionOf('rejected', { run: RUN }), wishesOf(), world(github));
    expect(requests).toMatchObject([
      {
        url: '/repos/me/repo/check-runs',
        body: {
          name: 'Model promotion to Production: churn',
          head_sha: 'c0ffee',
          status: 'completed',
          conclusion: 'failure',
          external_id: '1/2/churn/7/Production',
          details_url: RUN.url,
        },
      },
    ]);
  });

  it('goes to the head of a pull request', async () => {
    const event = { name: 'pull_request', fork: false, headSha: 'head' };
    await publish(decisionOf('passed', { run: RUN }), wishesOf({}, event), world(github));
    expect(requests).toMatchObject([{ body: { head_sha: 'head', conclusion: 'success' } }]);
  });

  it.each([
    ['outside GitHub', {}, RUN, wishesOf()],
    ['without a commit', github, { ...RUN, sha: null }, wishesOf()],
    ['where its name is empty', github, RUN, wishesOf({ 'check-name': '' })],
  ])('is not made %s', async (_, env, run, wishes) => {
    const at = world(env);
    await publish(decisionOf('promoted', { run }), wishes, at);
    expect(requests).toEqual([]);
    expect(at.annotations()).toMatchObject([{ level: 'notice' }]);
  });

  it('is not made for a list', async () => {
    await publish(decisionOf('listed', { run: RUN }), wishesOf(), world(github));
    expect(requests).toEqual([]);
  });

  it.each([
    ['Model promotion to {target}: {model-name}', 'notice'],
    ['My gate', 'warning'],
  ])('named %s that may not be made is a %s', async (name, level) => {
    status = 403;
    const at = world(github);
    const exit = await publish(decisionOf('promoted', { run: RUN }), wishesOf({ 'check-name': name }), at);
    expect([exit, requests.length]).toEqual([0, 1]);
    expect(at.annotations()[0]).toMatchObject({ level, title: 'No check run' });
    expect(at.annotations()[0]?.text).toContain('checks: write');
  });
});
