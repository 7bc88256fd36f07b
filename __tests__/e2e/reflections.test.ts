import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { runAction, type ActionRun } from '../harness/action.js';
import { GET_MODEL, mlflow, says, SEARCH, wireModel, wireVersion } from '../registry/mlflow/rest/kit.js';
import { DRESSES } from '../text/dresses.js';
import { demoStore, gate, LIST, MODEL } from './store/demo-store.js';
import { run as sql } from './store/files.js';

const SECRET = 'canary-token-91&x"y<z>';
const worn = Object.entries(DRESSES).map(([name, dress]) => [name, dress(SECRET)] as const);

/** In which dresses the secret is somewhere in what a run left behind. */
async function seen(run: ActionRun): Promise<string[]> {
  const { decision = '', report = '' } = run.outputs;
  const log = run.lines.filter(({ command }) => command?.name !== 'add-mask').map(({ text }) => text);
  const left = [
    ...log,
    run.summary,
    ...Object.values(run.outputs),
    await readFile(decision, 'utf8'),
    await readFile(report, 'utf8'),
  ].join('\n');
  const forms = (text: string) => [text, JSON.stringify(text).slice(1, -1)];
  return worn.flatMap(([name, text]) => (forms(text).some((form) => left.includes(form)) ? [name] : []));
}

describe('a secret that comes back to the shipped action, in every dress at once', () => {
  it('from a store, where each is a tag', async () => {
    const store = await demoStore();
    const rows = worn.map(
      ([name, text]) => `('${MODEL}', 3, '${name} x', '${text.replaceAll("'", "''")}', 'default')`,
    );
    sql(
      store.path,
      `INSERT INTO model_version_tags (name, version, key, value, workspace) VALUES ${rows.join(', ')}`,
    );
    const run = await gate(store, { ...LIST, 'github-token': SECRET });
    expect([run.outputs['result'], await seen(run)]).toEqual(['listed', []]);
    expect(await readFile(run.outputs['decision'] ?? '', 'utf8')).toContain('***');
  });

  it('from a server, in a message and as tags', async () => {
    const tags = worn.map(([key, value]) => ({ key: `${key} x`, value }));
    const message = worn.slice(0, 12).map(([, text]) => text);
    for (const broken of [false, true]) {
      const server = await mlflow({
        [GET_MODEL]: broken ? says(400, 'BAD_REQUEST', message.join(' ')) : wireModel(),
        [SEARCH]: { model_versions: [wireVersion('1', { tags })] },
      });
      const uri = {
        'tracking-uri': server.url,
        'tracking-token': SECRET,
        'allow-http': 'true',
      };
      const run = await runAction({ inputs: { ...LIST, 'model-name': 'fraud', ...uri } });
      await server.close();
      expect([run.outputs['result'], await seen(run)]).toEqual([broken ? 'error' : 'listed', []]);
      expect(await readFile(run.outputs['decision'] ?? '', 'utf8')).toContain('***');
    }
  });
});
