import type { OutgoingHttpHeaders } from 'node:http';
import type { Context } from 'openapi-backend';
import { checkRun, type Body } from './github-bodies.js';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: OutgoingHttpHeaders;
}

/** What the fake remembers: what was sent about each check run, by creation. */
export type State = Body[];

type Handler = (context: Context, state: State) => Reply;

const NOT_FOUND: Reply = {
  status: 404,
  body: { message: 'Not Found', documentation_url: '', status: '404' },
};

/** One handler for each operation of the vendored description, by GitHub's name for it. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  'checks/create': (context, state) => {
    const sent = (context.request.requestBody ?? {}) as Body;
    const id = state.push(sent);
    return { status: 201, body: checkRun(id, sent) };
  },
  validationFail: ({ validation }) => ({
    status: 422,
    body: { message: 'Validation Failed', errors: validation.errors ?? [] },
  }),
  notFound: () => NOT_FOUND,
  methodNotAllowed: () => NOT_FOUND,
};
