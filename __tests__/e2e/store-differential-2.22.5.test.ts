import { differentialSuite } from './store/differential.js';

differentialSuite('2.22.5');
