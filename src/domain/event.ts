/** What started the workflow, as far as it matters for trust and for the check run. */
export interface EventFacts {
  /** `push`, `workflow_dispatch`, `pull_request`, ...; null outside GitHub. */
  readonly name: string | null;
  /** It is not known to come from this repository: of a fork, or of one that nothing tells. */
  readonly fork: boolean;
  /** The commit that the event is about, where GITHUB_SHA is another one. */
  readonly headSha: string | null;
}
