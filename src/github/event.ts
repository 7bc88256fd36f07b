import { readFileSync } from 'node:fs';
import * as z from '../zod.js';
import { isForeign, isKnownAsOurs, originPayload } from './origin.js';
import type { WorkflowRun } from '../domain/decision.js';
import { given, type Environment } from '../domain/environment.js';
import type { EventFacts } from '../domain/event.js';

const payload = z.extend(originPayload, {
  // Events for which GITHUB_SHA is the last commit of the default branch, whatever they are about.
  deployment: z.nullish(z.looseObject({ sha: z.string() })),
});

type Payload = z.infer<typeof payload>;

/** Reads the event that started the workflow. On a runner every event counts as a stranger's that is not known to be ours. */
export function readEvent(env: Environment): EventFacts {
  const name = given(env, 'GITHUB_EVENT_NAME');
  const read = readPayload(env['GITHUB_EVENT_PATH']);
  const onRunner = given(env, 'GITHUB_ACTIONS') !== null;
  // A runner always leaves a payload; where one is missing there, somebody took it away.
  const known = isKnownAsOurs(name ?? '', read ?? (onRunner ? null : {}));
  const fork = (name !== null || onRunner) && !known;
  return { name, fork, headSha: read === null ? null : commitOf(read) };
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

/** Whether the event is about a pull request, whose head it names. */
export function isAboutPull({ name, headSha }: EventFacts): boolean {
  return headSha !== null && name !== null && /^pull_request(?:_|$)/.test(name);
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
