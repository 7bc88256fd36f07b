// Empties dist before a build: a chunk that is no longer made must not be shipped.
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
