import { describe, expect, it } from '@jest/globals';
import { EVENTS, isKnownAsOurs, type OriginPayload } from '../../src/github/origin.js';
import { read } from '../docs/files.js';

const OURS = { full_name: 'me/repo' };
const THEIRS = { full_name: 'you/repo' };

function pulled(head: object | null): OriginPayload {
  return { pull_request: { head: { sha: 'a', repo: head as never }, base: { repo: OURS } } };
}

function started(head_repository: object | null, event?: string): OriginPayload {
  return {
    workflow_run: { repository: OURS, head_repository: head_repository as never, ...(event && { event }) },
  };
}

const by = (author_association?: string) => ({ ...(author_association && { author_association }) });

/** What GitHub sends, by what the documented table has columns for: of us, of a fork or a stranger, not told. */
const SENT: Readonly<Record<string, readonly (readonly OriginPayload[])[]>> = {
  ...Object.fromEntries(
    ['pull_request', 'pull_request_review', 'pull_request_review_comment', 'pull_request_target'].map(
      (name) => [name, [[pulled(OURS)], [pulled(THEIRS), pulled(null)], [{}, pulled({})]]],
    ),
  ),
  workflow_run: [
    ['push', 'workflow_dispatch', 'schedule', 'pull_request'].map((event) => started(OURS, event)),
    [
      started(THEIRS, 'push'),
      started(null, 'push'),
      ...['pull_request_target', 'issue_comment', 'workflow_run', 'check_run', 'discussion', 'fork'].map(
        (event) => started(OURS, event),
      ),
    ],
    [{}, { workflow_run: null }, started(OURS), started(OURS, 'an-event-of-tomorrow')],
  ],
  check_run: [
    [{ check_run: { head_sha: 'a', check_suite: { head_branch: 'main' } } }],
    [{ check_run: { head_sha: 'a', check_suite: { head_branch: null } } }],
    [{}, { check_run: { head_sha: 'a' } }, { check_run: { head_sha: 'a', check_suite: {} } }],
  ],
  check_suite: [
    [{ check_suite: { head_sha: 'a', head_branch: 'main' } }],
    [{ check_suite: { head_sha: 'a', head_branch: null } }],
    [{}, { check_suite: { head_sha: 'a' } }, { check_suite: null }],
  ],
  status: [[{ branches: [{ name: 'main' }] }], [{ branches: [] }], [{}]],
  issues: [
    ['OWNER', 'MEMBER', 'COLLABORATOR'].map((who) => ({ issue: by(who) })),
    ['NONE', 'CONTRIBUTOR', 'FIRST_TIMER', 'MANNEQUIN'].map((who) => ({ issue: by(who) })),
    [{}, { issue: {} }, { issue: null }],
  ],
  issue_comment: [
    [{ issue: {}, comment: by('MEMBER') }],
    [
      { issue: {}, comment: by('NONE') },
      { issue: by('OWNER'), comment: by('CONTRIBUTOR') },
      { issue: { pull_request: {} }, comment: by('OWNER') },
    ],
    [{}, { issue: {} }, { comment: by('OWNER') }],
  ],
  discussion: [[{ discussion: by('OWNER') }], [{ discussion: by('NONE') }], [{}, { discussion: {} }]],
  discussion_comment: [[{ comment: by('OWNER') }], [{ discussion: by('OWNER'), comment: by('NONE') }], [{}]],
};

/** The rows of the table, one for each event that it names: what the three columns say. */
function documented(): Map<string, readonly string[]> {
  const [, section = ''] =
    /\n## Which events may promote\n([\s\S]*?)(?:\n## |$)/.exec(read('docs/permissions.md')) ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    rows.flatMap((row) => {
      const [names = '', ...said] = row.split('|').slice(1, -1);
      return [...names.matchAll(/`([a-z_]+)`/g)].map(
        ([, name = '']) => [name, said.map((cell) => cell.trim())] as const,
      );
    }),
  );
}

describe('which events may promote', () => {
  const table = documented();

  it('is documented for every event', () => {
    expect([...table.keys()].sort()).toEqual([...EVENTS].sort());
  });

  it.each([...table])('%s as documented: %j', (name, said) => {
    const sent = SENT[name] ?? [[{}], [], [{}]];
    for (const [at, payloads] of sent.entries()) {
      const word = /^[a-z]+/.exec(said[at] ?? '')?.[0];
      expect(['may', 'refused', ...(payloads.length === 0 ? ['never'] : [])]).toContain(word);
      for (const payload of payloads)
        expect([payload, isKnownAsOurs(name, payload)]).toEqual([payload, word === 'may']);
    }
  });

  it.each([...EVENTS, 'an_event_of_tomorrow', '', 'toString', '__proto__'])(
    '%j without a payload is refused',
    (name) => {
      expect(isKnownAsOurs(name, null)).toBe(false);
    },
  );

  it.each(['an_event_of_tomorrow', '', 'toString', '__proto__'])(
    '%j, of which nothing is known, is refused',
    (name) => {
      expect(isKnownAsOurs(name, {})).toBe(false);
    },
  );
});
