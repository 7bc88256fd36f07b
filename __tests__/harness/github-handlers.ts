import type { OutgoingHttpHeaders } from 'node:http';
import type { Context } from 'openapi-backend';
import * as bodies from './github-bodies.js';
import type { Approval, Body } from './github-bodies.js';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: OutgoingHttpHeaders;
}

const parameter = (context: Context, name: string): string =>
  (context.request.params as Record<string, string>)[name] ?? '';
const idOf = (context: Context, name: string): number => Number(parameter(context, name));
const bodyOf = (context: Context): Body => (context.request.requestBody ?? {}) as Body;
const NOT_FOUND: Reply = {
  status: 404,
  body: { message: 'Not Found', documentation_url: '', status: '404' },
};

/** What the fake remembers. */
export class State {
  readonly checks = new Map<number, Body>();
  readonly comments = new Map<number, Body>();
  readonly environments = new Map<string, readonly Body[]>();
  approvals: readonly Approval[] = [];
  #last = 100;

  next(): number {
    this.#last += 1;
    return this.#last;
  }

  checkRun(id: number): Reply {
    const sent = this.checks.get(id);
    return sent === undefined ? NOT_FOUND : { status: 200, body: bodies.checkRun(id, sent) };
  }
}

type Handler = (context: Context, state: State) => Reply;

function keepComment(state: State, id: number, context: Context): Body {
  state.comments.set(id, bodyOf(context));
  return bodies.comment(id, bodyOf(context));
}

/** One handler for each operation of the vendored description, by GitHub's name for it. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  'checks/create': (context, state) => {
    const id = state.next();
    state.checks.set(id, bodyOf(context));
    return { ...state.checkRun(id), status: 201 };
  },
  'checks/get': (context, state) => state.checkRun(idOf(context, 'check_run_id')),
  'checks/update': (context, state) => {
    const id = idOf(context, 'check_run_id');
    const before = state.checks.get(id);
    if (before !== undefined) state.checks.set(id, { ...before, ...bodyOf(context) });
    return state.checkRun(id);
  },
  'actions/get-workflow-run': (context) => ({
    status: 200,
    body: bodies.workflowRun(idOf(context, 'run_id')),
  }),
  'actions/get-reviews-for-run': (_context, state) => ({
    status: 200,
    body: state.approvals.map(bodies.approval),
  }),
  'repos/get-environment': (context, state) => {
    const name = decodeURIComponent(parameter(context, 'environment_name'));
    const rules = state.environments.get(name);
    return rules === undefined ? NOT_FOUND : { status: 200, body: bodies.environment(name, rules) };
  },
  'repos/create-deployment': (context, state) => ({
    status: 201,
    body: bodies.deployment(state.next(), bodyOf(context)),
  }),
  'repos/create-deployment-status': (context, state) => ({
    status: 201,
    body: bodies.deploymentStatus(state.next(), bodyOf(context)),
  }),
  'issues/list-comments': (_context, state) => ({
    status: 200,
    body: [...state.comments].map(([id, sent]) => bodies.comment(id, sent)),
  }),
  'issues/create-comment': (context, state) => ({
    status: 201,
    body: keepComment(state, state.next(), context),
  }),
  'issues/update-comment': (context, state) => ({
    status: 200,
    body: keepComment(state, idOf(context, 'comment_id'), context),
  }),
  validationFail: ({ validation }) => ({
    status: 422,
    body: { message: 'Validation Failed', errors: validation.errors ?? [] },
  }),
  notFound: () => NOT_FOUND,
  methodNotAllowed: () => NOT_FOUND,
};
