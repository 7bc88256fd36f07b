import { renderLog } from '../report/log.js';
import { forLog } from '../text/escape.js';
import type { Sink } from './sink.js';

/** The report in the step's log, and where its file is. */
export const writeLog: Sink = (publication, { runner }) => {
  for (const { title, lines } of renderLog(publication.decision)) {
    if (title === null) for (const line of lines) runner.info(line);
    else runner.group(title, lines);
  }
  const { report } = publication.paths;
  if (report !== '') runner.info(`Report: ${forLog(report, 400)}`);
  return publication;
};
