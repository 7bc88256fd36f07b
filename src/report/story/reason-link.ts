import type { Decision } from '../../domain/decision.js';
import type { Link, Phrase } from '../document.js';

/** A text that leads to the row about a reason or warning, on the page that has one for every code. */
export function reasonLink(link: Phrase, code: string, docsUrl: Decision['run']['docsUrl']): Link {
  return { link, url: docsUrl === null ? null : `${docsUrl}#${code}` };
}

/** The code itself. */
export function codeLink(code: string, { run }: Decision): Link {
  return reasonLink([{ name: code }], code, run.docsUrl);
}
