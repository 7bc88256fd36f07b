import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { list, read } from './files.js';

/** Files directly in src, such as `run`. */
const ENTRY = list('src/*.ts').map((path) => posix.basename(path, '.ts'));
/** The rooms of the house, top to bottom: an import stays on its level or goes down. */
const LEVELS = [
  ['index'],
  ['run'],
  ENTRY.filter((name) => name !== 'index' && name !== 'run'),
  ['modes'],
  ['policy', 'evidence', 'gates', 'promotion', 'report', 'github'],
  ['registry'],
  ['net'],
  ['text', 'domain'],
];
/** The folders of src. */
const ROOMS = ['inputs', ...LEVELS.slice(3).flat()];

interface Probe {
  readonly file: string;
  readonly text: string;
  readonly expected: readonly string[];
}
interface Lint {
  readonly forbidden: Readonly<Record<string, readonly string[]>>;
  readonly pure: readonly string[];
  readonly results: readonly (readonly string[])[];
}

function level(room: string): number {
  return LEVELS.findIndex((rooms) => rooms.includes(room));
}

/** `src/gates/judge.ts` is in the room `gates`, `src/run.ts` in `run`. */
function roomOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

/** Every import from one room to another, types and late imports too. */
function arrows(): { from: string; to: string; file: string }[] {
  return list('src/**/*.ts').flatMap((file) =>
    ts
      .preProcessFile(read(file))
      .importedFiles.map(({ fileName }) => fileName)
      .filter((name) => name.startsWith('.'))
      .map((name) => ({ from: roomOf(file), to: roomOf(posix.join(posix.dirname(file), name)), file }))
      .map(({ to, ...rest }) => ({ ...rest, to: to.replace(/\.js$/, '') }))
      .filter(({ from, to }) => from !== to),
  );
}

/** Rooms that lie in a circle or lead into one: what is left when those without an arrow out are taken away. */
function cyclic(edges: readonly { from: string; to: string }[]): string[] {
  let left = new Set(edges.flatMap(({ from, to }) => [from, to]));
  for (;;) {
    const kept = [...left].filter((room) => edges.some(({ from, to }) => from === room && left.has(to)));
    if (kept.length === left.size) return kept.toSorted();
    left = new Set(kept);
  }
}

function lint(probes: readonly Pick<Probe, 'file' | 'text'>[]): Lint {
  const script = fileURLToPath(new URL('lint-probes.mjs', import.meta.url));
  const child = spawnSync(process.execPath, [script], { input: JSON.stringify(probes), encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Lint;
}

const importOf = (path: string) => `import { x } from '${path}';\nexport const y = x;\n`;
const lines = (count: number) => `export function f(): void {\n${'  f();\n'.repeat(count - 2)}}\n`;

describe('imports of src', () => {
  const found = arrows();

  it('are found', () => {
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(({ from, to }) => level(from) < 0 || level(to) < 0)).toEqual([]);
  });

  it('never go up', () => {
    expect(found.filter(({ from, to }) => level(to) < level(from))).toEqual([]);
  });

  it('form no circle of rooms', () => {
    expect(cyclic(found)).toEqual([]);
    expect(cyclic([...found, { from: 'domain', to: 'gates' }])).toEqual(
      expect.arrayContaining(['domain', 'gates']),
    );
  });
});

describe('the lint rules', () => {
  const { forbidden, pure } = lint([]);
  const folders = Object.keys(forbidden);

  it('know every room, and forbid every way up', () => {
    expect(folders.toSorted()).toEqual(ROOMS.toSorted());
    const ways = folders.flatMap((from) =>
      folders.filter((to) => level(to) < level(from) && to !== 'inputs').map((to) => ({ from, to })),
    );
    expect(ways.length).toBeGreaterThan(20);
    expect(
      ways.filter(({ from, to }) => !forbidden[from]?.includes(to) && !forbidden[from]?.includes('*')),
    ).toEqual([]);
  });

  const broken = ['no-restricted-imports'];
  const probes: Probe[] = folders.flatMap((from) => {
    const closed = forbidden[from]?.includes('*')
      ? ROOMS.filter((room) => room !== from)
      : (forbidden[from] ?? []);
    const open = folders.filter((to) => to !== from && to !== 'inputs' && !closed.includes(to));
    const file = `src/${from}/probe.ts`;
    return [
      ...closed
        .filter((to) => to !== from)
        .map((to) => ({ file, text: importOf(`../${to}/a.js`), expected: broken })),
      ...closed
        .filter((to) => to !== from)
        .map((to) => ({
          file: `src/${from}/deep/probe.ts`,
          text: importOf(`../../${to}/deep/a.js`),
          expected: broken,
        })),
      ...open.map((to) => ({ file, text: importOf(`../${to}/a.js`), expected: [] })),
      { file, text: importOf('./a.js'), expected: [] },
      { file, text: importOf('../run.js'), expected: broken },
      { file, text: importOf('../index.js'), expected: broken },
      { file, text: importOf('../inputs.js'), expected: broken },
      ...(from === 'inputs' ? [] : [{ file, text: importOf('../inputs/fields.js'), expected: broken }]),
    ];
  });
  const worldly: Probe[] = pure.flatMap((room) => {
    const file = `src/${room}/probe.ts`;
    return [
      ...['node:fs', 'fs/promises', 'node:sqlite', 'undici', '@actions/core'].map((name) => ({
        file,
        text: importOf(name),
        expected: broken,
      })),
      {
        file,
        text: 'export const y = await fetch("https://example.com");\n',
        expected: ['no-restricted-globals'],
      },
      { file, text: 'export const y = process.env;\n', expected: ['no-restricted-globals'] },
      { file, text: 'export const y = Date.now();\n', expected: ['no-restricted-syntax'] },
      { file, text: 'export const y = new Date();\n', expected: ['no-restricted-syntax'] },
      { file, text: 'export const y = new Date(0);\n', expected: [] },
    ];
  });
  const sized: Probe[] = [
    { file: 'src/gates/probe.ts', text: lines(40), expected: [] },
    { file: 'src/gates/probe.ts', text: lines(41), expected: ['max-lines-per-function'] },
    { file: 'src/run.ts', text: lines(60), expected: [] },
    { file: 'src/run.ts', text: lines(61), expected: ['max-lines-per-function'] },
    { file: 'src/net/probe.ts', text: importOf('undici'), expected: [] },
  ];

  it('stop every forbidden import, and no other', () => {
    const all = [...probes, ...worldly, ...sized];
    const { results } = lint(all);
    const wrong = all.flatMap((probe, index) => {
      const got = results[index] ?? [];
      return JSON.stringify(got) === JSON.stringify(probe.expected) ? [] : [{ ...probe, got }];
    });
    expect(wrong).toEqual([]);
    expect(all.filter(({ expected }) => expected.length > 0).length).toBeGreaterThan(150);
  });
});
