/** The most lines printed of an excerpt that a reason brings along. */
export const EXCERPT_LINES = 60;

/** The longest sentence printed from a reason, in characters. */
export const SENTENCE_MAX = 600;

/** The longest name printed inside a sentence, in characters; tables show more of it. */
export const NAME_MAX = 100;
