/**
 * Whether somebody still reads the log of this process. Asked for once, at its start: a reader that goes away
 * (`EPIPE`) would else end the process in the middle of its work, with nothing said anywhere.
 */
export function watchStdout(): { readonly isRead: () => boolean } {
  let read = true;
  process.stdout.on('error', () => {
    read = false;
  });
  return { isRead: () => read };
}
