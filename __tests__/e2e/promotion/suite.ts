import { describeWith } from '../../harness/suites.js';
import type { Release } from '../../harness/needs.js';
import { betterAndWorse } from './better-and-worse.js';
import { cancellation } from './cancellation.js';
import { candidates } from './candidates.js';
import { evidence } from './evidence.js';
import { firstPromotion } from './first-promotion.js';
import { holders } from './holders.js';
import { hostileText } from './hostile-text.js';
import { changingWorld } from './changing-world.js';
import { usePlace } from './place.js';
import type { Place } from './place.js';
import { transport } from './transport.js';

/** Everything the shipped action promises, against one release of MLflow. `more` is what only some releases have. */
export function promotionSuite(release: Release, more?: (at: () => Place) => void): void {
  describeWith([`mlflow-${release}`], `promotion on MLflow ${release}`, () => {
    // Everything but the one test of the Host check comes to 127.0.0.1.
    const at = usePlace({ release, env: { MLFLOW_SERVER_ALLOWED_HOSTS: '127.0.0.1:*' } });
    betterAndWorse(at);
    evidence(at);
    firstPromotion(at);
    holders(at);
    candidates(at);
    changingWorld(at);
    transport(at);
    cancellation(at);
    hostileText(at);
    more?.(at);
  });
}
