import { describe } from '@jest/globals';
import { describeWith } from '../harness/suites.js';
import { checkRuns } from './github/check-run.js';
import { degraded } from './github/degraded.js';
import { events } from './github/events.js';
import { useGithub } from './github/github.js';
import { outputs } from './github/outputs.js';
import { proxied } from './github/proxy.js';
import { usePlace } from './promotion/place.js';

describeWith(['mlflow-3.17.2'], 'on GitHub', () => {
  const place = usePlace({ release: '3.17.2' });
  const github = useGithub();
  describe('the check run', () => {
    checkRuns(place, github);
  });
  describe('a check run that cannot be made', () => {
    degraded(place, github);
  });
  describe('the event', () => {
    events(place, github);
  });
  describe('the outputs', () => {
    outputs(place, github);
  });
  describe('behind a proxy', () => {
    proxied(place, github);
  });
});
