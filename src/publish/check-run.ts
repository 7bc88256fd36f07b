import { isPromotion, type Decision } from '../domain/decision.js';
import { given, type Environment } from '../domain/environment.js';
import { OUTCOME_RULES } from '../domain/outcome.js';
import { checkCommit } from '../github/event.js';
import type { CheckPlace } from '../github/port.js';
import { renderCheck } from '../report/check.js';
import { forLog } from '../text/escape.js';
import type { Sink, Wishes } from './sink.js';

/** A check run is worth this long; the decision is out already. */
const CHECK_RUN_MS = 15_000;

/** The check run, where the outcome has one and there is a commit for it. */
export const writeCheckRun: Sink = async (publication, { env, github, runner }) => {
  const { decision, wishes } = publication;
  const { conclusion } = OUTCOME_RULES[decision.outcome];
  const place = placeOf(decision, wishes, env);
  if (conclusion === null || place === null) return publication;
  const check = { ...renderCheck(decision), conclusion };
  const until = AbortSignal.any([AbortSignal.timeout(CHECK_RUN_MS), wishes.until]);
  const refusal = await github.createCheckRun(place, check, until);
  if (refusal !== null) {
    const level = wishes.check?.byHand === true ? 'warning' : 'notice';
    runner.annotate(level, 'No check run', forLog(refusal, 900));
  }
  return publication;
};

function placeOf(decision: Decision, { check, event }: Wishes, env: Environment): CheckPlace | null {
  const repository = given(env, 'GITHUB_REPOSITORY');
  const sha = checkCommit(event, decision.run);
  if (check === null || repository === null || sha === null) return null;
  return {
    name: forLog(check.name, 100),
    token: check.token,
    repository,
    sha,
    detailsUrl: decision.run.url,
    externalId: externalId(decision, env),
    startedAt: decision.startedAt,
    completedAt: decision.finishedAt,
  };
}

/** Two decisions on one commit are two checks: the target tells them apart as well. */
function externalId(decision: Decision, env: Environment): string {
  const run = given(env, 'GITHUB_RUN_ID') ?? '';
  const [version, target] = isPromotion(decision)
    ? [decision.candidate?.version ?? '', decision.target]
    : ['', ''];
  return forLog(`${run}/${decision.run.attempt ?? 1}/${decision.model}/${version}/${target}`, 200);
}
