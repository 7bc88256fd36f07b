import { jest } from '@jest/globals';

// Real servers need seconds to start; a project of jest.config.js cannot set this itself.
jest.setTimeout(60_000);
