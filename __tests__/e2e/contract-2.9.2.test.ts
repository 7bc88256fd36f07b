import { contractSuite } from './contract/suite.js';

contractSuite('2.9.2');
