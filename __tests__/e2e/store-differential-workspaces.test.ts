import { differentialSuite } from './store/differential.js';

differentialSuite('3.17.2', 'team-a');
