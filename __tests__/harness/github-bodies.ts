/** Bodies in the shapes GitHub answers with; every answer is checked against GitHub's own description. */

export type Body = Record<string, unknown>;

const WEB = 'https://github.com/octo-org/models';
const API = 'https://api.github.com/repos/octo-org/models';
const THEN = '2026-11-21T00:00:00Z';
const SHA = '0123456789abcdef0123456789abcdef01234567';

export function user(login = 'octocat'): Body {
  const base = `https://api.github.com/users/${login}`;
  const urls = 'followers following gists starred subscriptions organizations repos events received_events';
  return {
    login,
    ...{ id: 583231, node_id: 'MDQ6VXNlcjU4MzIzMQ==', gravatar_id: '', type: 'User', site_admin: false },
    ...{ avatar_url: `${base}.png`, url: base, html_url: `https://github.com/${login}` },
    ...Object.fromEntries(urls.split(' ').map((name) => [`${name}_url`, `${base}/${name}`])),
  };
}

/** What a check run is until somebody says otherwise. */
const FRESH = { external_id: '', details_url: null, status: 'queued', conclusion: null, started_at: THEN };
const NO_OUTPUT = { title: null, summary: null, text: null };

function shown(id: number, sent: Body): Body {
  const { title, summary, text } = { ...NO_OUTPUT, ...(sent['output'] as Body | undefined) } as Body;
  return {
    title,
    summary,
    text,
    annotations_count: 0,
    annotations_url: `${API}/check-runs/${id}/annotations`,
  };
}

/** @param sent what was sent about it so far, later words laid over earlier ones */
export function checkRun(id: number, sent: Body): Body {
  const { head_sha, name, external_id, details_url, status, conclusion, started_at } = {
    ...FRESH,
    ...sent,
  } as Body;
  const done = status === 'completed' || conclusion !== null;
  return {
    ...{ id, node_id: `CR_${id}`, url: `${API}/check-runs/${id}`, html_url: `${WEB}/runs/${id}` },
    ...{ head_sha, name, external_id, details_url, conclusion, started_at },
    status: done ? 'completed' : status,
    completed_at: done ? (sent['completed_at'] ?? THEN) : null,
    output: shown(id, sent),
    ...{ check_suite: { id: 5 }, app: null, pull_requests: [] },
  };
}

function repository(): Body {
  const urls =
    'archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees';
  return {
    ...{
      id: 1296269,
      node_id: 'R_1',
      name: 'models',
      full_name: 'octo-org/models',
      private: true,
      fork: false,
    },
    ...{ owner: user('octo-org'), description: null, html_url: WEB, url: API },
    ...Object.fromEntries(urls.split(' ').map((name) => [`${name}_url`, `${API}/${name}`])),
  };
}

export function workflowRun(id: number): Body {
  const url = `${API}/actions/runs/${id}`;
  const urls = 'jobs logs check_suite cancel rerun artifacts workflow';
  return {
    ...{ id, node_id: `WFR_${id}`, name: 'Promote', path: '.github/workflows/promote.yml', workflow_id: 1 },
    ...{ head_branch: 'main', head_sha: SHA, head_commit: null, run_number: 7, run_attempt: 1 },
    ...{ display_title: 'Promote', event: 'workflow_dispatch', status: 'in_progress', conclusion: null },
    ...{ url, html_url: `${WEB}/actions/runs/${id}`, created_at: THEN, updated_at: THEN, pull_requests: [] },
    ...Object.fromEntries(urls.split(' ').map((name) => [`${name}_url`, `${url}/${name}`])),
    ...{ actor: user(), triggering_actor: user(), head_repository: repository(), repository: repository() },
  };
}

/** One entry of a run's review history. */
export interface Approval {
  readonly environment: string;
  readonly state: 'approved' | 'rejected' | 'pending';
  readonly user: string;
  readonly comment: string;
}

export function approval(given: Approval): Body {
  const { environment: name, state, comment } = given;
  return { environments: [{ id: 161088068, name }], state, comment, user: user(given.user) };
}

/** @param rules the environment's protection_rules, as GitHub writes them */
export function environment(name: string, rules: readonly Body[]): Body {
  const url = `${API}/environments/${name}`;
  return {
    ...{ id: 161088068, node_id: 'EN_1', name, url, html_url: `${WEB}/deployments/activity_log` },
    ...{ created_at: THEN, updated_at: THEN, protection_rules: rules, deployment_branch_policy: null },
  };
}

export function deployment(id: number, sent: Body): Body {
  const url = `${API}/deployments/${id}`;
  return {
    ...{ id, node_id: `DE_${id}`, url, sha: SHA, ref: sent['ref'], task: sent['task'] ?? 'deploy' },
    ...{ payload: sent['payload'] ?? {}, environment: sent['environment'] ?? 'production' },
    ...{ description: sent['description'] ?? null, creator: user(), created_at: THEN, updated_at: THEN },
    ...{ statuses_url: `${url}/statuses`, repository_url: API },
  };
}

export function deploymentStatus(id: number, sent: Body): Body {
  const url = `${API}/deployments/1`;
  return {
    ...{ id, node_id: `DES_${id}`, url: `${url}/statuses/${id}`, state: sent['state'], creator: user() },
    ...{ description: sent['description'] ?? '', environment: sent['environment'] ?? 'production' },
    ...{ target_url: '', created_at: THEN, updated_at: THEN, deployment_url: url, repository_url: API },
  };
}

export function comment(id: number, sent: Body): Body {
  return {
    ...{ id, node_id: `IC_${id}`, url: `${API}/issues/comments/${id}`, body: sent['body'], user: user() },
    ...{ html_url: `${WEB}/pull/1#issuecomment-${id}`, issue_url: `${API}/issues/1` },
    ...{ created_at: THEN, updated_at: THEN, author_association: 'NONE' },
  };
}
