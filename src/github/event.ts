import { readFileSync } from 'node:fs';
import * as z from '../zod.js';
import type { WorkflowRun } from '../domain/decision.js';
import { given, type Environment } from '../domain/environment.js';
import type { EventFacts } from '../domain/event.js';

const repository = z.looseObject({ full_name: z.string() });
/** A payload may name what it is not about, and says null there. */
const checked = z.nullish(z.looseObject({ head_sha: z.string() }));

/** The parts of a webhook payload that say who may have chosen the workflow's content. */
const payload = z.looseObject({
  pull_request: z.optional(
    z.looseObject({
      head: z.looseObject({ sha: z.string(), repo: z.nullish(repository) }),
      base: z.looseObject({ repo: z.nullish(repository) }),
    }),
  ),
  // What a pull request from a fork started can start another workflow, with this repository's own rights.
  workflow_run: z.nullish(
    z.looseObject({ repository, head_repository: z.nullish(repository), head_sha: z.optional(z.string()) }),
  ),
  // Events for which GITHUB_SHA is the last commit of the default branch, whatever they are about.
  check_run: checked,
  check_suite: checked,
  deployment: z.nullish(z.looseObject({ sha: z.string() })),
  // Anybody may comment on a pull request, and the payload does not tell whose it is.
  issue: z.nullish(z.looseObject({ pull_request: z.optional(z.unknown()) })),
});

type Payload = z.infer<typeof payload>;

/**
 * Reads the event that started the workflow. A pull request, or a workflow run, whose repositories cannot both be
 * read counts as one from a fork.
 */
export function readEvent(env: Environment): EventFacts {
  const name = env['GITHUB_EVENT_NAME'] ?? null;
  const read = readPayload(env['GITHUB_EVENT_PATH']);
  return { name, fork: comesFromAnywhere(name, read), headSha: read === null ? null : commitOf(read) };
}

/** The run as GitHub names it; every part null outside GitHub. */
export function readRun(env: Environment): WorkflowRun {
  const server = given(env, 'GITHUB_SERVER_URL');
  const repo = given(env, 'GITHUB_REPOSITORY');
  const id = given(env, 'GITHUB_RUN_ID');
  const sha = given(env, 'GITHUB_SHA');
  const attempt = Number(env['GITHUB_RUN_ATTEMPT']);
  return {
    url: server && repo && id ? `${server}/${repo}/actions/runs/${id}` : null,
    actor: given(env, 'GITHUB_TRIGGERING_ACTOR') ?? given(env, 'GITHUB_ACTOR'),
    sha,
    commitUrl: server && repo && sha ? `${server}/${repo}/commit/${sha}` : null,
    attempt: Number.isInteger(attempt) && attempt > 0 ? attempt : null,
    docsUrl: docsOf(server, env),
  };
}

/** The commit a check run belongs to: the one that the event is about, else the run's own. */
export function checkCommit(event: EventFacts, run: WorkflowRun): string | null {
  return event.headSha ?? run.sha;
}

/** The pages of this very action: GitHub says where it took it from, unless that was the workflow's own repository. */
function docsOf(server: string | null, env: Environment): string | null {
  const repo = given(env, 'GITHUB_ACTION_REPOSITORY');
  const ref = given(env, 'GITHUB_ACTION_REF');
  if (server === null || repo === null || ref === null) return null;
  return `${server}/${repo}/blob/${ref.split('/').map(encodeURIComponent).join('/')}/docs/outcomes.md`;
}

/** A pull request or a started run of another repository, or one of which nothing says from where it is. */
function comesFromAnywhere(name: string | null, read: Payload | null): boolean {
  const { pull_request: pull, workflow_run: started } = read ?? {};
  if (pull !== undefined) return differ(pull.head.repo?.full_name, pull.base.repo?.full_name);
  if (started) return isForeign(started);
  if (name?.startsWith('pull_request') === true || name === 'workflow_run') return true;
  return name === 'issue_comment' && (read === null || read.issue?.pull_request !== undefined);
}

function isForeign({ head_repository, repository }: NonNullable<Payload['workflow_run']>): boolean {
  return differ(head_repository?.full_name, repository.full_name);
}

function commitOf({ pull_request: pull, workflow_run: started, ...other }: Payload): string | null {
  if (pull !== undefined) return pull.head.sha;
  if (started) return isForeign(started) ? null : (started.head_sha ?? null);
  return other.check_run?.head_sha ?? other.check_suite?.head_sha ?? other.deployment?.sha ?? null;
}

/** Null: there is no payload, or it could not be read. */
function readPayload(path: string | undefined): Payload | null {
  if (path === undefined || path === '') return null;
  try {
    return payload.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

function differ(head: string | undefined, base: string | undefined): boolean {
  return head === undefined || head !== base;
}
