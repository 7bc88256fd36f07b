import * as z from '../zod.js';

const repository = z.looseObject({ full_name: z.string() });
const person = z.nullish(z.looseObject({ author_association: z.optional(z.string()) }));
const suite = z.looseObject({ head_branch: z.nullish(z.string()) });

/** The parts of a webhook payload that say who may have chosen what a workflow is about, or its content. */
export const originPayload = z.looseObject({
  pull_request: z.optional(
    z.looseObject({
      head: z.looseObject({ sha: z.string(), repo: z.nullish(repository) }),
      base: z.looseObject({ repo: z.nullish(repository) }),
    }),
  ),
  // What a pull request from a fork started can start another workflow, with this repository's own rights.
  workflow_run: z.nullish(
    z.looseObject({
      repository,
      head_repository: z.nullish(repository),
      head_sha: z.optional(z.string()),
      event: z.optional(z.string()),
    }),
  ),
  // A payload may name what it is not about, and says null there.
  check_run: z.nullish(z.looseObject({ head_sha: z.string(), check_suite: z.nullish(suite) })),
  check_suite: z.nullish(z.looseObject({ head_sha: z.string(), head_branch: z.nullish(z.string()) })),
  branches: z.optional(z.array(z.unknown())),
  // Anybody may comment on a pull request, and the payload does not tell whose it is.
  issue: z.nullish(
    z.looseObject({ pull_request: z.optional(z.unknown()), author_association: z.optional(z.string()) }),
  ),
  comment: person,
  discussion: person,
});

export type OriginPayload = z.infer<typeof originPayload>;

type Rule = (read: OriginPayload) => boolean;

/** Only somebody who may write to this repository can cause it. */
const ours: Rule = () => true;
/** Anybody can. */
const anybodys: Rule = () => false;
const pulled: Rule = ({ pull_request: pull }) =>
  pull !== undefined && same(pull.head.repo?.full_name, pull.base.repo?.full_name);

/**
 * For each event of GitHub, what shows that somebody of this repository caused it (docs.github.com, "Events that
 * trigger workflows" and "Webhook events and payloads"). What is not here is not known.
 */
const RULES: Readonly<Record<string, Rule>> = {
  push: ours,
  schedule: ours,
  workflow_dispatch: ours,
  repository_dispatch: ours,
  workflow_call: ours,
  release: ours,
  create: ours,
  delete: ours,
  deployment: ours,
  deployment_status: ours,
  merge_group: ours,
  label: ours,
  milestone: ours,
  branch_protection_rule: ours,
  registry_package: ours,
  image_version: ours,
  page_build: ours,
  public: ours,
  pull_request: pulled,
  pull_request_review: pulled,
  pull_request_review_comment: pulled,
  // Has this repository's rights, whoever opened the pull request.
  pull_request_target: anybodys,
  workflow_run: ({ workflow_run: started }) =>
    !!started && !isForeign(started) && [ours, pulled].some((rule) => RULES[started.event ?? ''] === rule),
  // The branch is null where it is a fork's.
  check_run: ({ check_run: run }) => isNamed(run?.check_suite?.head_branch),
  check_suite: ({ check_suite: found }) => isNamed(found?.head_branch),
  // None of this repository's branches has a fork's commit.
  status: ({ branches = [] }) => branches.length > 0,
  issues: ({ issue }) => isMember(issue?.author_association),
  issue_comment: ({ issue, comment }) =>
    !!issue && issue.pull_request === undefined && isMember(comment?.author_association),
  discussion: ({ discussion }) => isMember(discussion?.author_association),
  discussion_comment: ({ comment }) => isMember(comment?.author_association),
  fork: anybodys,
  gollum: anybodys,
  watch: anybodys,
};

/** Every event there is a rule for. */
export const EVENTS: readonly string[] = Object.keys(RULES);

/** Whether an event is known to come from this repository. Null: there is no payload, or it could not be read. */
export function isKnownAsOurs(name: string, read: OriginPayload | null): boolean {
  return read !== null && Object.hasOwn(RULES, name) && (RULES[name]?.(read) ?? false);
}

/** Whether a started workflow ran for another repository. */
export function isForeign({
  head_repository,
  repository: own,
}: NonNullable<OriginPayload['workflow_run']>): boolean {
  return !same(head_repository?.full_name, own.full_name);
}

function same(head: string | undefined, base: string | undefined): boolean {
  return head !== undefined && head === base;
}

function isNamed(branch: string | null | undefined): boolean {
  return branch !== null && branch !== undefined && branch !== '';
}

function isMember(association: string | undefined): boolean {
  return ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association ?? '');
}
