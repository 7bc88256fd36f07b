import { incomplete, type Sink } from './sink.js';

/** The job summary. */
export const writeSummary: Sink = (publication, { runner }) => {
  try {
    runner.summary(publication.markdown);
  } catch (error) {
    incomplete(runner, 'The job summary could not be written', error);
  }
  return publication;
};
