import { renderAnnotation } from '../report/annotation.js';
import type { Sink } from './sink.js';

/** The one annotation of the run. */
export const writeAnnotation: Sink = (publication, { runner }) => {
  const annotation = renderAnnotation(publication.decision, publication.wishes.failOnRejection);
  if (annotation !== null) runner.annotate(annotation.level, annotation.title, annotation.message);
  return publication;
};
