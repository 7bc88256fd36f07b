import { promotionSuite } from './promotion/suite.js';

promotionSuite('2.9.2');
