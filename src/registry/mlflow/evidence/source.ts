import { withoutTrailing } from '../../../text/ends.js';

/** What a version's `source`, or the place of its artifacts, says about where it came from. */
export type Source =
  | { readonly kind: 'logged-model'; readonly id: string }
  | { readonly kind: 'copy'; readonly model: string; readonly version: string }
  /** Names a stage or an alias, which may hold another version by now. */
  | { readonly kind: 'moving'; readonly text: string }
  /** `artifact` is the model's place among the run's artifacts; null where the source does not say it. */
  | { readonly kind: 'run'; readonly id: string; readonly artifact: string | null }
  | { readonly kind: 'unknown' };

/**
 * Reads a source as MLflow does (`store/artifact/utils/models.py`, `_parse_model_uri`; names are taken literally, not
 * percent-decoded): one segment without `@` is a logged model, `name/digits` another version, anything else moves.
 * Other addresses name a logged model or a run by MLflow's own layout of artifacts.
 */
export function parseSource(source: string): Source {
  const uri = /^models:\/+(.+)$/.exec(source)?.[1];
  if (uri !== undefined) return parseModelUri(uri);
  const [, run, artifact] = /^runs:\/+([0-9a-f]{32})(?:\/(.*))?$/.exec(source) ?? [];
  if (run !== undefined) return { kind: 'run', id: run, artifact: orNull(artifact) };
  const logged = /\/models\/(m-[0-9a-f]{32})\/artifacts(?:\/|$)/.exec(source)?.[1];
  if (logged !== undefined) return { kind: 'logged-model', id: logged };
  const [, folder, place] = /\/([0-9a-f]{32})\/artifacts(?:\/(.*))?$/.exec(source) ?? [];
  return folder === undefined ? { kind: 'unknown' } : { kind: 'run', id: folder, artifact: orNull(place) };
}

function parseModelUri(uri: string): Source {
  const [, model, version] = /^([^/]+)\/(\d+)$/.exec(uri) ?? [];
  if (model !== undefined && version !== undefined) return { kind: 'copy', model, version };
  return /^[^/@]+$/.test(uri) ? { kind: 'logged-model', id: uri } : { kind: 'moving', text: uri };
}

function orNull(text: string | undefined): string | null {
  const name = withoutTrailing(text ?? '', '/');
  return name === '' ? null : name;
}
