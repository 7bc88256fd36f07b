import { z } from 'zod';

// Each schema reads one or two answers: compiling it first costs more than it saves, and takes `new Function`. Schemas
// look at this when they are made, so everybody takes `z` from here.
z.config({ jitless: true });

export { z };
