import type { Pages } from './pages.js';

/** Where there are none: a store alone, and servers that have pages of another kind. */
export const NO_PAGES: Pages = {
  version: () => null,
  run: () => null,
  experiment: () => null,
  loggedModel: () => null,
};
