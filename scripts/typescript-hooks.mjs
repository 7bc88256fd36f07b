// Lets Node run the project's TypeScript directly: the sources name their imports ".js", as TypeScript asks.
import './require-node.mjs';
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const fromOurs = specifier.startsWith('.') && context.parentURL?.endsWith('.ts') === true;
    const ours = fromOurs && !specifier.includes('/node_modules/');
    return next(ours ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
