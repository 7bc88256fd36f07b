import { jest } from '@jest/globals';

// Real servers need seconds to start, and a busy machine is no failure; a project of jest.config.js cannot set this itself.
jest.setTimeout(60_000);
