import { describe, expect, it } from '@jest/globals';
import { parseSource, traceOrigin, type Origin } from '../../../../src/registry/mlflow/evidence/source.js';
import type { ModelVersion } from '../../../../src/domain/version.js';
import { MemoryStore, recordsOf } from '../../../harness/memory-registry.js';

const HEX = '0123456789abcdef0123456789abcdef';

describe('parseSource', () => {
  it.each([
    [`models:/m-${HEX}`, { kind: 'logged-model', id: `m-${HEX}` }],
    ['models:/anything-in-one-segment', { kind: 'logged-model', id: 'anything-in-one-segment' }],
    ['models:///m-1', { kind: 'logged-model', id: 'm-1' }],
    ['models:/churn/12', { kind: 'copy', model: 'churn', version: '12' }],
    ['models:/a%20b/3', { kind: 'copy', model: 'a b', version: '3' }],
    ['models:/100%/3', { kind: 'copy', model: '100%', version: '3' }],
    ['models:/churn/Production', { kind: 'moving', text: 'churn/Production' }],
    ['models:/churn@champion', { kind: 'moving', text: 'churn@champion' }],
    ['models:/churn/12/extra', { kind: 'moving', text: 'churn/12/extra' }],
    [`runs:/${HEX}/model`, { kind: 'run', id: HEX }],
    [`runs:/${HEX}`, { kind: 'run', id: HEX }],
    [`runs:/${HEX}x/model`, { kind: 'unknown' }],
    [`mlflow-artifacts:/1/models/m-${HEX}/artifacts`, { kind: 'path-logged-model', id: `m-${HEX}` }],
    [`s3://bucket/1/${HEX}/artifacts/model`, { kind: 'run', id: HEX }],
    [`s3://bucket/1/${HEX}/artifactsx`, { kind: 'unknown' }],
    ['/some/where', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
    ['models:/', { kind: 'unknown' }],
  ])('%s', (source, parsed) => {
    expect(parseSource(source)).toEqual(parsed);
  });
});

async function trace(store: MemoryStore, more: Partial<ModelVersion>): Promise<Origin> {
  store.addVersion('prod', '1', more);
  const version = store.version('prod', '1');
  if (version === null) throw new TypeError('it was just added');
  return traceOrigin(recordsOf(store), version);
}

describe('traceOrigin', () => {
  it.each([
    [
      { source: 'models:/m-1', runId: 'r' },
      { loggedModelId: 'm-1', runId: 'r' },
    ],
    [{ source: 'models:/m-1' }, { loggedModelId: 'm-1', runId: null }],
    [
      { source: `runs:/${HEX}/m`, runId: 'r' },
      { loggedModelId: null, runId: 'r' },
    ],
    [{ source: `runs:/${HEX}/m` }, { loggedModelId: null, runId: HEX }],
    [{ source: `/1/models/m-${HEX}/artifacts` }, { loggedModelId: `m-${HEX}`, runId: null }],
    [
      { source: 'models:/churn@champion', runId: 'r' },
      { loggedModelId: null, runId: 'r' },
    ],
  ])('%j', async (version, origin) => {
    expect(await trace(new MemoryStore(), version)).toEqual({ ...origin, copiedFrom: [], problem: null });
  });

  it.each([
    ['models:/churn/Production', 'may hold another version by now'],
    ['models:/churn@champion', 'may hold another version by now'],
    ['/some/where', 'names no run'],
  ])('ends without an answer at %s', async (source, problem) => {
    const origin = await trace(new MemoryStore(), { source });
    expect(origin).toMatchObject({ loggedModelId: null, runId: null });
    expect(origin.problem).toContain(problem);
  });

  it('follows copies of copies to the first version', async () => {
    const store = new MemoryStore();
    store.addVersion('dev', '4', { source: 'models:/m-1', runId: 'r' });
    store.addVersion('staging', '2', { source: 'models:/dev/4' });
    expect(await trace(store, { source: 'models:/staging/2' })).toEqual({
      loggedModelId: 'm-1',
      runId: 'r',
      copiedFrom: ['staging/2', 'dev/4'],
      problem: null,
    });
  });

  it('keeps the run nearest to the copy', async () => {
    const store = new MemoryStore();
    store.addVersion('dev', '4', { source: 'x', runId: 'far' });
    expect(await trace(store, { source: 'models:/dev/4', runId: 'near' })).toMatchObject({ runId: 'near' });
  });

  it('says that the original is gone', async () => {
    const origin = await trace(new MemoryStore(), { source: 'models:/dev/4' });
    expect(origin).toMatchObject({ runId: null, copiedFrom: ['dev/4'] });
    expect(origin.problem).toContain('"dev/4", which no longer exists');
  });

  it('does not take the copy’s own run for the original that is gone', async () => {
    const origin = await trace(new MemoryStore(), { source: 'models:/dev/4', runId: 'r1' });
    expect(origin.problem).toContain('"dev/4", which no longer exists');
  });

  it('ends a circle', async () => {
    const store = new MemoryStore();
    store.addVersion('dev', '1', { source: 'models:/prod/1' });
    const origin = await trace(store, { source: 'models:/dev/1' });
    expect(origin.problem).toContain('without end');
  });

  it.each([
    [8, null],
    [9, 'without end'],
  ])('follows %s copies: %s', async (copies, problem) => {
    const store = new MemoryStore();
    store.addVersion('c', '0', { source: 'x', runId: 'r' });
    for (let at = 1; at < copies; at++) store.addVersion('c', String(at), { source: `models:/c/${at - 1}` });
    const origin = await trace(store, { source: `models:/c/${copies - 1}` });
    if (problem === null) expect(origin).toMatchObject({ runId: 'r', problem: null });
    else expect(origin.problem).toContain(problem);
  });
});
