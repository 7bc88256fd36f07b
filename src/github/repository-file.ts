import type { Environment } from '../domain/environment.js';
import { PromotionError } from '../domain/error.js';
import { LARGEST_POLICY } from '../domain/policy.js';
import { quote } from '../text/quote.js';
import { createScrub } from '../text/scrub.js';
import * as z from '../zod.js';
import { ask, hostOf, octokitFor, type Asked, type GithubApi } from './asking.js';
import { connected } from './connected.js';
import type { FilePlace, RepositoryFile } from './port.js';

const repository = z.looseObject({ default_branch: z.string() });
const commit = z.looseObject({ sha: z.string().check(z.regex(/^[0-9a-f]{40,64}$/)) });
const tree = z.looseObject({ tree: z.array(z.looseObject({ path: z.string() })) });
const file = z.looseObject({
  type: z.literal('file'),
  encoding: z.string(),
  size: z.number(),
  content: z.string(),
});

/** Reads a file of the repository at the GitHub of this run. Throws what `connected` and `readRepositoryFile` throw. */
export async function fetchFile(
  place: FilePlace,
  env: Environment,
  signal: AbortSignal,
): Promise<RepositoryFile> {
  return await connected(env, (api) => readRepositoryFile(place, api, signal));
}

/**
 * Reads one file of a repository at one commit: the newest of `ref`, or of the default branch. A text of null is proven:
 * GitHub answers 404 to a missing permission too, so that a file is not there is believed only after the same token has
 * read the root of the repository at that commit. Throws `policy-unreadable` for everything else.
 */
export async function readRepositoryFile(
  place: FilePlace,
  api: GithubApi,
  signal: AbortSignal,
): Promise<RepositoryFile> {
  const octokit = octokitFor(api, place.token);
  const [owner = '', repo = ''] = place.repository.split('/');
  const get = async <T>(route: string, more: Record<string, unknown>, schema: z.ZodMiniType<T>) => {
    const asked = await ask(
      () =>
        octokit.request(`GET /repos/{owner}/{repo}${route}`, { owner, repo, ...more, request: { signal } }),
      api,
      signal,
    );
    return understood(asked, schema);
  };
  const ref = place.ref ?? told(await get('', {}, repository), place, api).default_branch;
  const { sha } = told(named(ref, await get('/commits/{ref}', { ref, per_page: 1 }, commit)), place, api);
  const found = await get('/contents/{path}', { path: place.path, ref: sha }, file);
  if (found.ok || found.status !== 404)
    return { ref, commit: sha, text: textOf(told(found, place, api), place) };

  told(await get('/git/trees/{sha}', { sha }, tree), place, api);
  return { ref, commit: sha, text: null };
}

function understood<T>(asked: Asked<unknown>, schema: z.ZodMiniType<T>): Asked<T> {
  if (!asked.ok) return asked;
  const read = schema.safeParse(asked.data);
  if (read.success) return { ok: true, data: read.data };
  const refusal = {
    why: 'GitHub answered something else than was asked for: no file, or an answer of another service',
    remedy: 'See that the path names a file, and that GITHUB_API_URL leads to GitHub.',
    again: false,
  };
  return { ok: false, status: null, refusal };
}

/** A branch that is not there, or that this token does not see. */
function named<T>(ref: string, asked: Asked<T>): Asked<T> {
  if (asked.ok || asked.status !== 404) return asked;
  const why = `GitHub knows no branch, tag or commit ${quote(ref)} in this repository, as far as this token may see (404)`;
  const remedy = 'Correct `policy-ref`, where it was given.';
  return { ...asked, refusal: { ...asked.refusal, why, remedy } };
}

function told<T>(asked: Asked<T>, place: FilePlace, api: GithubApi): T {
  if (asked.ok) return asked.data;
  const { why, remedy } = asked.refusal;
  const scrub = createScrub([place.token].filter((secret) => secret !== ''));
  const permission =
    asked.status === 403 || asked.status === 404
      ? 'Add `contents: read` to the `permissions:` of the job: without it nobody can tell whether there is a policy. '
      : '';
  throw new PromotionError(
    'policy-unreadable',
    scrub(`The policy could not be read at ${hostOf(api.url)}: ${why}.`),
    scrub(`${permission}${remedy}`),
  );
}

/** Above 1 MB there is a size and no content (docs.github.com, "Get repository content"). */
function textOf({ encoding, content, size }: z.output<typeof file>, { path }: FilePlace): string {
  if (encoding === 'base64' && size <= LARGEST_POLICY) return Buffer.from(content, 'base64').toString('utf8');
  throw new PromotionError(
    'policy-unreadable',
    `The file ${path} has ${size} bytes, and a policy has at most ${LARGEST_POLICY}.`,
    'Name the policy file, or shorten it.',
  );
}
