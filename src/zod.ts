import { config } from 'zod/mini';
import en from 'zod/v4/locales/en.js';

// Each schema reads one or two answers: compiling it first costs more than it saves, and takes `new Function`. Schemas
// look at this when they are made, so everybody takes zod from here. Without a language every message is "Invalid input".
config({ ...en(), jitless: true });

export * from 'zod/mini';
