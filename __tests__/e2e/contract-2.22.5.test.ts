import { contractSuite } from './contract/suite.js';

contractSuite('2.22.5');
