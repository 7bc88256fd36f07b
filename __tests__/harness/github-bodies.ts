/** Bodies in the shapes GitHub answers with; every answer is checked against GitHub's own description. */

export type Body = Record<string, unknown>;

const WEB = 'https://github.com/octo-org/models';
const API = 'https://api.github.com/repos/octo-org/models';
const THEN = '2026-11-21T00:00:00Z';

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

export function contentFile(path: string, text: string): Body {
  const url = `${API}/contents/${path}`;
  return {
    ...{ type: 'file', encoding: 'base64', size: Buffer.byteLength(text), path },
    ...{ name: path.split('/').at(-1), sha: 'b'.repeat(40), content: Buffer.from(text).toString('base64') },
    ...{ url, git_url: url, html_url: url, download_url: url, _links: { git: url, html: url, self: url } },
  };
}
