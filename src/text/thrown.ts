/** What a thrown value says. Anything can be thrown, and errors of another realm are no instances of our `Error`. */
export function messageOf(thrown: unknown): string {
  return Error.isError(thrown) ? thrown.message : String(thrown);
}

/** The same with its stack, for the debug log. */
export function traceOf(thrown: unknown): string {
  return Error.isError(thrown) ? (thrown.stack ?? thrown.message) : String(thrown);
}
