import { createHash } from 'node:crypto';
import { given, type Environment } from '../domain/environment.js';
import { PromotionError } from '../domain/error.js';
import type { PolicyWish } from '../domain/order.js';
import {
  DEFAULT_POLICY,
  LARGEST_POLICY,
  WORKSPACE,
  type PolicyFile,
  type PolicyText,
} from '../domain/policy.js';
import type { Warning } from '../domain/warning.js';
import type { GitHub, RepositoryFile } from '../github/port.js';
import { quote } from '../text/quote.js';
import { messageOf } from '../text/thrown.js';
import { readWorkspaceFile } from './workspace.js';

/** What a policy is looked for with. */
export interface PolicyDeps {
  readonly env: Environment;
  readonly workingDirectory: string;
  readonly github: GitHub;
  readonly token: string;
}

/** The policies a run has to look at. */
export interface PolicyTexts {
  /** What the workflow's inputs lead to; null: there is none, and none was named. */
  readonly chosen: PolicyText | null;
  /** The one of the default branch, where the workflow chose another: it says whether that is allowed. */
  readonly reviewed: PolicyText | null;
}

/** Three answers of GitHub take a second; what takes longer than this is no answer. */
const LONGEST_MS = 30_000;

/**
 * Finds the policy. On GitHub it is read from the default branch by its commit, not from a working tree that a pull
 * request may have changed; elsewhere from the working tree. Throws `policy-missing` for one that is named and not
 * there, `policy-unreadable` where nobody can tell.
 */
export async function findPolicy(
  wish: PolicyWish,
  deps: PolicyDeps,
  signal: AbortSignal,
): Promise<PolicyTexts> {
  const path = wish.path ?? DEFAULT_POLICY;
  if (given(deps.env, 'GITHUB_ACTIONS') === null) return { chosen: local(wish, path, deps), reviewed: null };
  const until = within(signal);
  const usual = path === DEFAULT_POLICY && wish.ref === null;
  if (usual)
    return { chosen: named(wish, path, await reviewedPolicy(path, null, deps, until)), reviewed: null };
  const [chosen, reviewed] = await Promise.all([
    wish.ref === WORKSPACE ? working(path, deps) : reviewedPolicy(path, wish.ref, deps, until),
    reviewedPolicy(DEFAULT_POLICY, null, deps, until),
  ]);
  return { chosen: named(wish, path, chosen), reviewed };
}

/**
 * The policy that a pull request proposes: the same file at its head. Null where it has none there. Nothing is judged by
 * it, so one that cannot be read is told and stops nobody.
 */
export async function proposedPolicy(
  wish: PolicyWish,
  head: string,
  deps: PolicyDeps,
  signal: AbortSignal,
): Promise<PolicyText | null | Warning> {
  try {
    return await reviewedPolicy(wish.path ?? DEFAULT_POLICY, head, deps, within(signal));
  } catch (error) {
    const message = `What this pull request does to the policy is not known. ${messageOf(error)}`;
    return { code: 'policy-change-unread', message };
  }
}

function local(wish: PolicyWish, path: string, deps: PolicyDeps): PolicyText | null {
  if (wish.ref === null || wish.ref === WORKSPACE) return named(wish, path, working(path, deps));
  throw new PromotionError(
    'input-invalid',
    `Input \`policy-ref\` is ${quote(wish.ref)}, and outside GitHub there is only the working tree.`,
    'Leave `policy-ref` out there.',
  );
}

function within(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
}

async function reviewedPolicy(
  path: string,
  ref: string | null,
  { env, github, token }: PolicyDeps,
  signal: AbortSignal,
): Promise<PolicyText | null> {
  const repository = given(env, 'GITHUB_REPOSITORY') ?? '';
  const found: RepositoryFile = await github.readFile({ repository, path, ref, token }, signal);
  if (found.text === null) return null;
  const place = ref === null ? 'default-branch' : 'ref';
  return withText({ path, place, ref: found.ref, commit: found.commit }, found.text);
}

function working(path: string, { workingDirectory }: PolicyDeps): PolicyText | null {
  try {
    const text = readWorkspaceFile(workingDirectory, path, LARGEST_POLICY);
    return text === null ? null : withText({ path, place: 'workspace', ref: null, commit: null }, text);
  } catch (error) {
    throw new PromotionError(
      'policy-unreadable',
      `The policy ${path} could not be read in the working tree: ${messageOf(error)}`,
      'See that it is a file that the job may read.',
    );
  }
}

function withText(place: Omit<PolicyFile, 'sha256'>, text: string): PolicyText {
  return { file: { ...place, sha256: createHash('sha256').update(text).digest('hex') }, text };
}

/** Named and not found is never "there is none". */
function named(wish: PolicyWish, path: string, found: PolicyText | null): PolicyText | null {
  if (found !== null || (wish.path === null && wish.ref === null)) return found;
  const where = wish.ref === null ? '' : ` at ${quote(wish.ref)}`;
  throw new PromotionError(
    'policy-missing',
    `There is no file ${path}${where}, and the inputs of this step ask for it.`,
    'Correct `policy` or `policy-ref`, or commit the file first.',
  );
}
