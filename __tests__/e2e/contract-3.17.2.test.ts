import { contractSuite } from './contract/suite.js';

contractSuite('3.17.2');
