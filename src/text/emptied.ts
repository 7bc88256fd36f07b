// What GitHub puts in place of an expression that has no value is nothing at all, and says nothing of it
// (docs.github.com, "Contexts": "if you attempt to dereference a nonexistent property, it will evaluate to an empty
// string").

/** Follows what is empty where an expression of a workflow may have stood. */
export const EMPTIED = 'an expression whose variable, input or output is not set comes out empty';

/** The same of a secret, for a remedy: where secrets are not to be had. */
export const NO_SECRETS =
  'A secret that is not set comes out empty: workflows from forks and of Dependabot get none, and a secret of an environment needs `environment:` in the job.';
