import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startScript } from '../harness/child.js';
import { list } from './files.js';

/** The rooms of the house, top to bottom: an import stays on its level or goes down. */
const LEVELS = [
  ['index'],
  ['main'],
  ['run'],
  ['publish', 'modes', 'inputs'],
  ['world'],
  ['promotion', 'sources'],
  ['policy', 'evidence', 'gates', 'report', 'github'],
  ['registry'],
  ['net'],
  ['text', 'domain', 'zod'],
];
/** Folders of src, and files directly in it. */
const ROOMS = [...new Set(list('src/**/*.ts').map(roomOf))].toSorted();

interface Probe {
  readonly file: string;
  readonly text: string;
  readonly expected: readonly string[];
}
/** What the linter's own process says first. */
interface Lists {
  readonly mayImport: Readonly<Record<string, readonly string[]>>;
  readonly pure: readonly string[];
  /** What each file of src imports, types and late imports too. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
}

const linter = startScript(fileURLToPath(new URL('lint-probes.mjs', import.meta.url)), [], { stdin: 'pipe' });
const { mayImport, pure, imports } = JSON.parse(await linter.firstLine) as Lists;

function level(room: string): number {
  return LEVELS.findIndex((rooms) => rooms.includes(room));
}

/** `src/gates/judge.ts` is in the room `gates`, `src/run.ts` in `run`. */
function roomOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

/** Every import from one room to another, types and late imports too. */
function arrows(): { from: string; to: string; file: string }[] {
  return Object.entries(imports).flatMap(([file, names]) =>
    names
      .filter((name) => name.startsWith('.') && !name.includes('/node_modules/'))
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

/** The rules each text breaks. The linter answers once. */
async function lint(
  probes: readonly Pick<Probe, 'file' | 'text'>[],
): Promise<readonly (readonly string[])[]> {
  linter.write(JSON.stringify(probes), 'end');
  const { code, stdout, stderr } = await linter.ended;
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout.split('\n')[1] ?? '') as string[][];
}

/** What a list of a room says about other rooms; the rest of it names packages. */
function roomsIn(names: readonly string[]): string[] {
  return names.filter((name) => !name.includes(':'));
}

const FORMS = [
  (path: string) => `import { x } from '${path}';\nexport const y = x;\n`,
  (path: string) => `import type { X } from '${path}';\nexport type Y = X;\n`,
  (path: string) => `export { x } from '${path}';\n`,
  (path: string) => `export * from '${path}';\n`,
  (path: string) => `export const x = import('${path}');\n`,
];
const [importOf = () => ''] = FORMS;
const lines = (count: number) => `export function f(): void {\n${'  f();\n'.repeat(count - 2)}}\n`;

afterAll(() => {
  linter.signal('SIGKILL');
});

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

describe('the list of what a room may import', () => {
  const named = Object.entries(mayImport).flatMap(([from, names]) =>
    roomsIn(names).map((to) => ({ from, to })),
  );

  it('knows every room, and no other', () => {
    expect(Object.keys(mayImport).toSorted()).toEqual(ROOMS);
    expect(LEVELS.flat().toSorted()).toEqual(ROOMS);
  });

  it('lets no arrow go up or in a circle', () => {
    expect(named.filter(({ from, to }) => level(to) < level(from) || level(to) < 0)).toEqual([]);
    expect(cyclic(named)).toEqual([]);
  });

  it('names nothing that nobody imports', () => {
    const used = new Set(arrows().map(({ from, to }) => `${from} ${to}`));
    expect(named.filter(({ from, to }) => !used.has(`${from} ${to}`))).toEqual([]);
  });
});

describe('the lint rules', () => {
  const folders = ROOMS.filter((room) => level(room) >= 0 && !['index', 'run', 'zod'].includes(room));
  const packages = [...new Set(Object.values(mayImport).flat())].filter((name) => name.includes(':'));
  const broken = ['house/arrows'];

  const probes: Probe[] = folders.flatMap((from) => {
    const may = mayImport[from] ?? [];
    const expected = (to: string) => (to === from || may.includes(to) ? [] : broken);
    const file = `src/${from}/probe.ts`;
    const deep = `src/${from}/deep/deeper/probe.ts`;
    return [
      ...ROOMS.flatMap((to) => [
        { file, text: importOf(`../${to}/a.js`), expected: expected(to) },
        { file: deep, text: importOf(`../../../${to}/deep/a.js`), expected: expected(to) },
      ]),
      ...['run', 'index', 'zod'].map((to) => ({
        file,
        text: importOf(`../${to}.js`),
        expected: expected(to),
      })),
      ...[...packages, 'npm:left-pad', 'node:dgram'].map((name) => ({
        file,
        text: importOf(name.replace(/^npm:/, '')),
        expected: expected(name),
      })),
      { file, text: importOf('./a.js'), expected: [] },
      { file: deep, text: importOf('../../a.js'), expected: [] },
      { file, text: importOf('../../scripts/a.js'), expected: broken },
      ...[...packages.filter((name) => name.startsWith('npm:')), 'npm:left-pad/a.js'].map((name) => ({
        file,
        text: importOf(name.replace(/^npm:/, '../../node_modules/')),
        expected: expected(name),
      })),
      ...FORMS.map((form) => ({ file, text: form('../nobody/a.js'), expected: broken })),
      { file, text: 'export const load = (path: string) => import(path);\n', expected: broken },
    ];
  });
  const newRoom: Probe[] = ROOMS.map((to) => ({
    file: 'src/attic/probe.ts',
    text: importOf(`../${to}/a.js`),
    expected: broken,
  }));
  const worldly: Probe[] = pure.flatMap((room) => {
    const file = `src/${room}/probe.ts`;
    return [
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
  ];

  it('keep the pure rooms from the world', () => {
    expect(pure).toEqual(expect.arrayContaining(['domain', 'text', 'gates', 'policy', 'report']));
    const outside = pure.flatMap((room) =>
      (mayImport[room] ?? []).filter((name) => name.startsWith('node:')),
    );
    expect(outside).toEqual([]);
  });

  it('stop every import that is not named, and no other', async () => {
    const all = [...probes, ...newRoom, ...worldly, ...sized];
    const results = await lint(all);
    const wrong = all.flatMap((probe, index) => {
      const got = results[index] ?? [];
      return JSON.stringify(got) === JSON.stringify(probe.expected) ? [] : [{ ...probe, got }];
    });
    expect(wrong).toEqual([]);
    expect(all.filter(({ expected }) => expected.length > 0).length).toBeGreaterThan(400);
  });
});
