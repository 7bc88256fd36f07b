import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { runAction, type ActionRun } from '../harness/action.js';
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
    const version = {
      ...{
        name: 'churn',
        version: '1',
        creation_timestamp: 1,
        last_updated_timestamp: 1,
        current_stage: 'None',
      },
      ...{ description: '', source: 's', run_id: '', status: 'READY', run_link: '', tags },
    };
    for (const broken of [false, true]) {
      const server = createServer((request, reply) => {
        const isModel = request.url?.includes('registered-models/get') === true;
        const body = isModel
          ? { registered_model: { name: 'churn', creation_timestamp: 1, last_updated_timestamp: 1 } }
          : { model_versions: [version] };
        const message = {
          error_code: 'BAD_REQUEST',
          message: worn
            .slice(0, 12)
            .map(([, text]) => text)
            .join(' '),
        };
        reply.writeHead(broken ? 400 : 200, { 'content-type': 'application/json' });
        reply.end(JSON.stringify(broken ? message : body));
      });
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      const { port } = server.address() as AddressInfo;
      const uri = {
        'tracking-uri': `http://127.0.0.1:${port}`,
        'tracking-token': SECRET,
        'allow-http': 'true',
      };
      const run = await runAction({ inputs: { ...LIST, 'model-name': 'churn', ...uri } });
      server.close();
      expect([run.outputs['result'], await seen(run)]).toEqual([broken ? 'error' : 'listed', []]);
      expect(await readFile(run.outputs['decision'] ?? '', 'utf8')).toContain('***');
    }
  });
});
