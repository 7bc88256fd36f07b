import { expect, it } from '@jest/globals';
import { PromotionError } from '../../../src/domain/error.js';
import type { ModelVersion, TargetStage } from '../../../src/domain/version.js';
import type { RegistryTransaction, Write } from '../../../src/registry/port.js';
import { failure, signal } from '../../registry/mlflow/store/stores.js';
import { MODEL } from './seed.js';
import type { Spare } from './seed.js';
import type { Subject } from './subject.js';

type Stages = Readonly<Record<string, string>>;

const transition = (model: string, version: string, stage: TargetStage, archiveExisting: boolean): Write => ({
  kind: 'transition',
  model,
  version,
  stage,
  archiveExisting,
});

const write = ({ registry }: Subject, one: Write): Promise<void> =>
  registry.writer(signal).transact((transaction) => transaction.write(one));

async function versionsOf({ registry }: Subject, model: string): Promise<Map<string, ModelVersion>> {
  const { versions } = await registry.reader(signal).model(model);
  return new Map(versions.map((version) => [version.version, version]));
}

const stagesOf = (versions: ReadonlyMap<string, ModelVersion>): Stages =>
  Object.fromEntries([...versions].map(([number, { stage }]) => [number, stage]));

async function aliasesOf({ registry }: Subject, model: string): Promise<Record<string, string>> {
  return Object.fromEntries((await registry.reader(signal).model(model)).aliases);
}

const SEEDED = { '1': 'Production', '2': 'None', '3': 'Production', '4': 'Staging' };

const TRANSITIONS: readonly (readonly [Spare, string, TargetStage, boolean, Stages])[] = [
  ['archiving', '2', 'Production', true, { '1': 'Archived', '2': 'Production', '3': 'Archived' }],
  ['beside', '2', 'Production', false, { '2': 'Production' }],
  ['staging', '1', 'Staging', true, { '1': 'Staging', '4': 'Archived' }],
  ['archived', '1', 'Archived', false, { '1': 'Archived' }],
  ['again', '4', 'Staging', true, { '4': 'Staging' }],
];

function transitions(at: () => Subject): void {
  it.each(TRANSITIONS)(
    'a transition moves whom it should and nobody else: %s',
    async (model, version, stage, archiveExisting, moved) => {
      const before = await versionsOf(at(), model);
      expect(stagesOf(before)).toEqual(SEEDED);
      await write(at(), transition(model, version, stage, archiveExisting));
      const after = await versionsOf(at(), model);
      expect(stagesOf(after)).toEqual({ ...SEEDED, ...moved });
    },
  );
}

function names(at: () => Subject): void {
  it('an alias is set, moved, and told from one in other case', async () => {
    const set = (alias: string, version: string): Promise<void> =>
      write(at(), { kind: 'alias', model: 'alias', version, alias });
    await set('champion', '2');
    await set('Champion', '3');
    await set('shadow-1_b', '3');
    expect(await aliasesOf(at(), 'alias')).toEqual({ champion: '2', Champion: '3', 'shadow-1_b': '3' });
    expect(stagesOf(await versionsOf(at(), 'alias'))).toEqual(SEEDED);
  });
}

const REFUSED: readonly (readonly [string, Write, string])[] = [
  ['an unknown version', transition('refused', '9', 'Production', true), 'version-unknown'],
  ['a deleted version', transition(MODEL, '2', 'Production', false), 'version-unknown'],
  ['a version of an unknown model', transition('nobody', '1', 'Production', false), 'version-unknown'],
  [
    'an alias for an unknown version',
    { kind: 'alias', model: 'refused', version: '9', alias: 'champion' },
    'version-unknown',
  ],
  ...['latest', 'v7', 'a b'].map(
    (alias) =>
      [
        `the alias ${alias}`,
        { kind: 'alias', model: 'refused', version: '2', alias },
        'request-refused',
      ] as const,
  ),
];

function refusals(at: () => Subject): void {
  it.each(REFUSED)('%s is refused, and nothing changes', async (_what, one, code) => {
    const model = one.model === 'nobody' ? 'refused' : one.model;
    const look = () => at().registry.reader(signal).model(model);
    const before = await look();
    expect((await failure(() => write(at(), one))).code).toBe(code);
    expect(await look()).toEqual(before);
  });
}

function work(at: () => Subject): void {
  it('work sees its own write, and gives back what it gave', async () => {
    const writer = at().registry.writer(signal);
    const seen = await writer.transact(async (transaction) => {
      const before = await transaction.reader.model('work');
      await transaction.write(transition('work', '2', 'Production', true));
      const after = await transaction.reader.model('work');
      return [before, after].map(({ versions }) =>
        versions.filter(({ stage }) => stage === 'Production').map(({ version }) => version),
      );
    });
    expect(seen).toEqual([['3', '1'], ['2']]);
    expect((await versionsOf(at(), 'work')).get('2')?.stage).toBe('Production');
  });

  it('work that throws gives its own error; a real transaction keeps nothing of it', async () => {
    const mine = new Error('superseded');
    const thrown = at()
      .registry.writer(signal)
      .transact(async (transaction) => {
        await transaction.write(transition('thrown', '2', 'Production', true));
        throw mine;
      });
    await expect(thrown).rejects.toBe(mine);
    const moved = { '1': 'Archived', '2': 'Production', '3': 'Archived' };
    const stays = at().transactions ? {} : moved;
    expect(stagesOf(await versionsOf(at(), 'thrown'))).toEqual({ ...SEEDED, ...stays });
  });

  const both = async (transaction: RegistryTransaction, model: string): Promise<void> => {
    await transaction.write(transition(model, '2', 'Production', true));
    await transaction.write({ kind: 'alias', model, version: '2', alias: 'champion' });
  };
  const outcome = async (model: string) => ({
    stage: (await versionsOf(at(), model)).get('2')?.stage,
    champion: (await aliasesOf(at(), model))['champion'],
  });

  it('work may write more than once', async () => {
    await at()
      .registry.writer(signal)
      .transact((transaction) => both(transaction, 'twice'));
    expect(await outcome('twice')).toEqual({ stage: 'Production', champion: '2' });
  });

  it('of several writes a real transaction keeps all or none', async () => {
    const mine = new Error('superseded');
    const thrown = at()
      .registry.writer(signal)
      .transact(async (transaction) => {
        await both(transaction, 'twice-thrown');
        throw mine;
      });
    await expect(thrown).rejects.toBe(mine);
    expect(await outcome('twice-thrown')).toEqual(
      at().transactions ? { stage: 'None', champion: '1' } : { stage: 'Production', champion: '2' },
    );
  });
}

function signals(at: () => Subject): void {
  it.each([
    ['its owner’s error', new PromotionError('timeout', 'The limit was reached.', 'Wait.'), 'timeout'],
    ['a timeout', new DOMException('late', 'TimeoutError'), 'timeout'],
    ['a cancellation', undefined, 'cancelled'],
  ])('every call ends with %s', async (_what, reason, code) => {
    const { registry, seed } = at();
    const late = AbortSignal.abort(reason);
    const reader = registry.reader(late);
    const records = registry.records(late);
    const calls = [
      () => reader.model('late'),
      () => records.version('late', '1'),
      () => records.run(seed.runs.finished),
      () => records.metricHistory(seed.runs.finished, 'auc'),
      () =>
        registry
          .writer(late)
          .transact((transaction) => transaction.write(transition('late', '2', 'Production', true))),
    ];
    for (const call of calls) expect((await failure(call)).code).toBe(code);
    expect(stagesOf(await versionsOf(at(), 'late'))).toEqual(SEEDED);
  });
}

/** What every registry makes of the same writes. */
export function writes(at: () => Subject): void {
  transitions(at);
  names(at);
  refusals(at);
  work(at);
  signals(at);
}
