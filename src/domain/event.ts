/** What started the workflow, as far as it matters for trust and for the check run. */
export interface EventFacts {
  /** `push`, `workflow_dispatch`, `pull_request`, ...; null outside GitHub. */
  readonly name: string | null;
  /** The event is about a pull request whose head is in another repository (or in one that is gone). */
  readonly fork: boolean;
  /** The commit that the event is about, where GITHUB_SHA is another one. */
  readonly headSha: string | null;
}
