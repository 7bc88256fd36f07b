import { differentialSuite } from './store/differential.js';

differentialSuite('2.9.2');
