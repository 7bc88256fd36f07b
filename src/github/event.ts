import { readFileSync } from 'node:fs';
import * as z from '../zod.js';
import type { WorkflowRun } from '../domain/decision.js';
import { given, type Environment } from '../domain/environment.js';
import type { EventFacts } from '../domain/event.js';

const repository = z.looseObject({ full_name: z.string() });

/** The parts of a webhook payload that say who may have chosen the workflow's content. */
const payload = z.looseObject({
  pull_request: z.optional(
    z.looseObject({
      head: z.looseObject({ sha: z.string(), repo: z.nullish(repository) }),
      base: z.looseObject({ repo: z.nullish(repository) }),
    }),
  ),
  // What a pull request from a fork started can start another workflow, with this repository's own rights.
  workflow_run: z.optional(z.looseObject({ repository, head_repository: z.nullish(repository) })),
});

/**
 * Reads the event that started the workflow. A pull request, or a workflow run, whose repositories cannot both be
 * read counts as one from a fork.
 */
export function readEvent(env: Environment): EventFacts {
  const name = env['GITHUB_EVENT_NAME'] ?? null;
  const read = readPayload(env['GITHUB_EVENT_PATH']);
  const pull = read?.pull_request;
  if (pull !== undefined) {
    const fork = differ(pull.head.repo?.full_name, pull.base.repo?.full_name);
    return { name, fork, headSha: pull.head.sha };
  }
  const started = read?.workflow_run;
  if (started !== undefined) {
    const fork = differ(started.head_repository?.full_name, started.repository.full_name);
    return { name, fork, headSha: null };
  }
  const aboutOne = name?.startsWith('pull_request') === true || name === 'workflow_run';
  return { name, fork: aboutOne, headSha: null };
}

/** The run as GitHub names it; every part null outside GitHub. */
export function readRun(env: Environment): WorkflowRun {
  const server = given(env, 'GITHUB_SERVER_URL');
  const repo = given(env, 'GITHUB_REPOSITORY');
  const id = given(env, 'GITHUB_RUN_ID');
  const attempt = Number(env['GITHUB_RUN_ATTEMPT']);
  return {
    url: server && repo && id ? `${server}/${repo}/actions/runs/${id}` : null,
    actor: given(env, 'GITHUB_TRIGGERING_ACTOR') ?? given(env, 'GITHUB_ACTOR'),
    sha: given(env, 'GITHUB_SHA'),
    attempt: Number.isInteger(attempt) && attempt > 0 ? attempt : null,
  };
}

/** The commit a check run belongs to: the pull request's head where there is one, else the run's own. */
export function checkCommit(event: EventFacts, run: WorkflowRun): string | null {
  return event.headSha ?? run.sha;
}

/** Null: there is no payload, or it could not be read. */
function readPayload(path: string | undefined): z.infer<typeof payload> | null {
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
