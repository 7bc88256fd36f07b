import { promotionSuite } from './promotion/suite.js';

promotionSuite('2.22.5');
