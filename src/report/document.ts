/**
 * A decision as people read it, as plain data: no Markdown, no HTML, no log syntax, and nothing escaped. What stands
 * here may come from outside; making it safe is what writers are for.
 */
export interface Document {
  /** Outcome, model, version and target in a few words. */
  readonly title: Phrase;
  /** A page is looked at from its top. First: what was decided, what to do next, and what decided. */
  readonly reasoning: readonly Block[];
  /** The rest of the page: what was moved, and where it came from. */
  readonly background: readonly Block[];
  /** The same for a log, which is read line by line to its end: the next step comes last. */
  readonly log: readonly Block[];
}

/** One piece that is shown as a whole, shortened, or left out. */
export type Block = Body & {
  /** What a reader calls it, when it had to be left out. */
  readonly name: string;
  /** Blocks with the lowest number are shortened first; `KEEP` never are. */
  readonly importance: number;
};

export const KEEP = Infinity;

export type Body = Heading | Paragraph | Excerpt | Table | List | Folded;

/** How it ended: the outcome, and one sentence about it. */
export interface Heading {
  readonly kind: 'heading';
  readonly icon: string;
  readonly label: string;
  /** Model, versions and target in a few words; empty where nothing is known. */
  readonly subject: Phrase;
  readonly sentence: Phrase;
}

/** A sign before a text: one for pages, one for logs. */
export interface Mark {
  readonly icon: string;
  readonly mark: string;
}

/** A text of its own. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** What it is about, such as `Next`; null when it speaks for itself. */
  readonly about: (Mark & { readonly label: string }) | null;
  readonly text: Phrase;
  /** Lines that belong to it, kept as they are. */
  readonly excerpt: readonly string[];
}

/** Lines that are kept as they are, with their indentation. */
export interface Excerpt {
  readonly kind: 'excerpt';
  readonly lines: readonly string[];
}

export interface Table {
  readonly kind: 'table';
  readonly title: string | null;
  /** What is the same in every row, said once above them. */
  readonly lead?: Phrase;
  /** Null: no head. */
  readonly columns: readonly Phrase[] | null;
  /** Columns of numbers by position: they are set to the right, so that digits stand below digits. */
  readonly numbers?: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** How to read it. */
  readonly note: string | null;
}

/** The lines of a cell; none where there is nothing to show. */
export type Cell = readonly Phrase[];

export interface List {
  readonly kind: 'list';
  readonly title: string;
  /** What one item is called where there is no room for a title; null when items say nothing without it. */
  readonly each: string | null;
  readonly items: readonly Item[];
}

export interface Item {
  readonly mark: Mark;
  readonly text: Phrase;
  /** Lines that belong to it, kept as they are. */
  readonly excerpt: readonly string[];
  /** What to do about it; empty when that has been said. */
  readonly remedy: string;
  /** How it stands; null when it only says something. */
  readonly state: string | null;
  /** For looking it up; null when it has none. A log lists all codes in one place. */
  readonly code: Link | null;
}

/** Facts that are folded away where that can be done. */
export interface Folded {
  readonly kind: 'folded';
  /** Our own words alone: Markdown is not read in a title that unfolds. */
  readonly title: string;
  readonly groups: readonly FactGroup[];
}

export interface FactGroup {
  readonly title: Phrase | null;
  readonly facts: readonly Fact[];
}

export interface Fact {
  /** A name is shown as one: `team = risk`. */
  readonly label: string | Name;
  readonly values: readonly Phrase[];
}

/**
 * Inline text. A string is running text that may quote untrusted text; what it has between backticks is set apart like
 * a name. A no-break space in it keeps two words on one line, where a writer can.
 */
export type Phrase = readonly Span[];
export type Span = string | Name | Strong | Small | Link | Room;

/** What somebody called something, set apart from the text around it and shown exactly. */
export interface Name {
  readonly name: string;
  /** Characters shown of it at most; by default what suits the place. */
  readonly max?: number;
}

export interface Strong {
  readonly strong: Phrase;
}

export interface Small {
  readonly small: Phrase;
}

/** What leads somewhere, where that is known and a writer can show it. */
export interface Link {
  readonly link: Phrase;
  /** http or https; a writer shows any other as text. */
  readonly url: string | null;
}

/** The room between a value and its limit, drawn as a bar with its number. Decimal text. */
export interface Room {
  readonly distance: string;
  readonly limit: string;
}
