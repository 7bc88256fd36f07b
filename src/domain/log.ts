/** Where progress goes. Implementations escape what they are given; a text is one line. */
export interface Log {
  info(text: string): void;
  debug(text: string): void;
}
