import { loggedModels } from './promotion/logged-models.js';
import { promotionSuite } from './promotion/suite.js';

promotionSuite('3.17.2', loggedModels);
