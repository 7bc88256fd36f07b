import { createHash } from 'node:crypto';

/** What the fake GitHub has under Git: the files of each branch by path. Each state of a branch is a commit. */
export class GithubRepository {
  readonly defaultBranch = 'main';
  readonly #branches = new Map<string, ReadonlyMap<string, string>>([['main', new Map()]]);
  readonly #commits = new Map<string, ReadonlyMap<string, string>>();

  /** Puts a file on a branch, made from the default branch where it is new. Returns the commit. */
  commit(path: string, text: string, branch = this.defaultBranch): string {
    const before = this.#branches.get(branch) ?? this.#branches.get(this.defaultBranch) ?? new Map();
    this.#branches.set(branch, new Map([...before, [path, text]]));
    return this.resolve(branch) ?? '';
  }

  /** The commit that a branch or a commit's own name means; null for neither. */
  resolve(ref: string): string | null {
    if (this.#commits.has(ref)) return ref;
    const files = this.#branches.get(ref);
    if (files === undefined) return null;
    const sha = createHash('sha1')
      .update(JSON.stringify([...files]))
      .digest('hex');
    this.#commits.set(sha, files);
    return sha;
  }

  files(commit: string): ReadonlyMap<string, string> | null {
    return this.#commits.get(commit) ?? null;
  }
}
