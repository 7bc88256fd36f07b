import type { OutgoingHttpHeaders } from 'node:http';
import type { Context } from 'openapi-backend';
import { checkRun, contentFile, type Body } from './github-bodies.js';
import type { GithubRepository } from './github-repository.js';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: OutgoingHttpHeaders;
}

/** What the fake remembers. */
export interface State {
  /** What was sent about each check run, by creation. */
  readonly checks: Body[];
  readonly repository: GithubRepository;
}

type Handler = (context: Context, state: State) => Reply;

const NOT_FOUND: Reply = {
  status: 404,
  body: { message: 'Not Found', documentation_url: '', status: '404' },
};

/** An answer in the shape of GitHub's description, with what counts laid over it. */
function shaped({ api, operation }: Context, more: Body): Reply {
  const name = operation.operationId ?? '';
  const mock = SHAPES.get(name) ?? (api.mockResponseForOperation(name) as { mock: Body }).mock;
  SHAPES.set(name, mock);
  return { status: 200, body: { ...mock, ...more } };
}

/** Made once for each operation: the largest takes a while. */
const SHAPES = new Map<string, Body>();

/** A parameter of the path or the query, by its name. */
function parameter({ request }: Context, name: string): string {
  const given = { ...request.params, ...request.query } as Readonly<Record<string, string | undefined>>;
  return decodeURIComponent(given[name] ?? '');
}

/** One handler for each operation of the vendored description, by GitHub's name for it. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  'repos/get': (context, { repository }) => shaped(context, { default_branch: repository.defaultBranch }),
  'repos/get-commit': (context, { repository }) => {
    const sha = repository.resolve(parameter(context, 'ref'));
    return sha === null ? NOT_FOUND : shaped(context, { sha });
  },
  'repos/get-content': (context, { repository }) => {
    const path = parameter(context, 'path');
    const sha = repository.resolve(parameter(context, 'ref'));
    const text = sha === null ? undefined : repository.files(sha)?.get(path);
    return text === undefined ? NOT_FOUND : { status: 200, body: contentFile(path, text) };
  },
  'git/get-tree': (context, { repository }) => {
    const files = repository.files(parameter(context, 'tree_sha'));
    if (files === null) return NOT_FOUND;
    const roots = new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''));
    return shaped(context, {
      tree: [...roots].map((path) => ({ path, mode: '040000', type: 'tree', sha: 'e'.repeat(40) })),
      truncated: false,
    });
  },
  'checks/create': (context, { checks }) => {
    const sent = (context.request.requestBody ?? {}) as Body;
    const id = checks.push(sent);
    return { status: 201, body: checkRun(id, sent) };
  },
  validationFail: ({ validation }) => ({
    status: 422,
    body: { message: 'Validation Failed', errors: validation.errors ?? [] },
  }),
  notFound: () => NOT_FOUND,
  methodNotAllowed: () => NOT_FOUND,
};
