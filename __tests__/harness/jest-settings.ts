import { jest } from '@jest/globals';

// Real servers need seconds to start, and a busy machine is no failure; a project of jest.config.js cannot set this itself.
jest.setTimeout(60_000);

// Jest asks for 100 frames, and every `expect` makes errors that nobody reads: they took a third of the time of a property.
Error.stackTraceLimit = 15;
