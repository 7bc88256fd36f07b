import type { PromotionError } from '../../../domain/error.js';
import type { ModelVersion, RegisteredModel } from '../../../domain/version.js';
import { LIST_LIMIT } from '../../../net/limits.js';
import { nearest } from '../../../text/near.js';
import { PROMPT_TAG, promptRefused, saysPrompt, unknownModel } from '../words.js';
import { get, take, unexpected } from './answers.js';
import { isMissingModel } from './faults.js';
import { byNumberDescending, nameFilter } from './names.js';
import { allPages, pageOf, type Page } from './pages.js';
import { modelNamesReply, registeredModelReply, versionsReply } from './schemas.js';
import type { MlflowServer } from './server.js';
import { toModelVersion } from './wire.js';

/** MLflow's default, and Databricks' most. One page is one round trip, and nothing can move between pages. */
const VERSIONS_PAGE = '10000';
const NAMES_PAGE = '1000';

interface Registered {
  readonly aliases: ReadonlyMap<string, string>;
  /** Versions that must be in the list. */
  readonly known: readonly string[];
}

/**
 * A model with all its versions and aliases. Two calls at once, because neither knows it all: the search of SQL stores
 * leaves aliases out (mlflow#9783), the model itself leaves all but the highest version of each stage out. Some
 * releases answer a forbidden search with an empty list: a version that the model knows and the search does not is
 * looked for once more, and then an error, never "no such version".
 */
export async function readModel(
  server: MlflowServer,
  name: string,
  signal: AbortSignal,
): Promise<RegisteredModel> {
  for (let look = 1; ; look += 1) {
    const { registered, versions } = await lookOnce(server, name, signal);
    const listed = new Set(versions.map((version) => version.version));
    const lost = registered.known.filter((version) => !listed.has(version));
    if (lost.length === 0) return { name, versions, aliases: registered.aliases };
    if (look === 2) {
      throw unexpected(
        server.label,
        `version ${lost.join(', ')} of the model exists and its search does not find it`,
      );
    }
  }
}

async function lookOnce(server: MlflowServer, name: string, signal: AbortSignal) {
  // The search ends when the model itself is refused.
  const stop = new AbortController();
  const search = searchVersions(server, name, AbortSignal.any([signal, stop.signal]));
  search.catch(() => undefined);
  try {
    const registered = await getRegistered(server, name, signal);
    return { registered, versions: await search };
  } finally {
    stop.abort();
  }
}

async function getRegistered(server: MlflowServer, name: string, signal: AbortSignal): Promise<Registered> {
  const answer = await server.call(get('registered-models/get', [['name', name]], `model '${name}'`, signal));
  if (!answer.ok && isMissingModel(answer.refused)) throw await missingModel(server, name, signal);
  const model = take(answer, registeredModelReply).registered_model;
  // Databases that compare without regard to case find what was not asked for.
  if (model.name !== name) throw unknownModel(name, placeOf(server), [model.name]);
  if (model.tags.some((tag) => tag.key === PROMPT_TAG && saysPrompt(tag.value))) throw promptRefused(name);
  return {
    aliases: new Map(model.aliases.map(({ alias, version }) => [alias, version])),
    known: model.latest_versions.map(({ version }) => version),
  };
}

async function searchVersions(
  server: MlflowServer,
  name: string,
  signal: AbortSignal,
): Promise<ModelVersion[]> {
  const base = [
    ['filter', nameFilter(name)],
    ['order_by', 'version_number DESC'],
    ['max_results', VERSIONS_PAGE],
  ] as const;
  const found = await allPages(async (token): Promise<Page<ModelVersion>> => {
    const query = token === null ? base : ([...base, ['page_token', token]] as const);
    const call = { ...get('model-versions/search', query, `model '${name}'`, signal), bodyLimit: LIST_LIMIT };
    const answer = await server.call(call);
    return pageOf(answer, server.label, () =>
      take(answer, versionsReply).model_versions.map((version) => toModelVersion(version, server.pages)),
    );
  });
  // A version that appears between two pages shows the last one of the first page again.
  const own = new Map(
    found.filter(({ model }) => model === name).map((version) => [version.version, version]),
  );
  return [...own.values()].sort((a, b) => byNumberDescending(a.version, b.version));
}

async function missingModel(
  server: MlflowServer,
  name: string,
  signal: AbortSignal,
): Promise<PromotionError> {
  const call = get('registered-models/search', [['max_results', NAMES_PAGE]], 'the registry', signal);
  const answer = await server.call(call);
  const reply = answer.ok ? modelNamesReply.safeParse(answer.value).data : undefined;
  const names = (reply?.registered_models ?? []).map((model) => model.name);
  return unknownModel(name, placeOf(server), nearest(name, names));
}

function placeOf(server: MlflowServer) {
  return { where: `on ${server.label}`, setting: 'the registry URI' };
}
