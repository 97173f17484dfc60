// Lets Node run the TypeScript sources without a build: node --import ./scripts/typescript.mjs scripts/some.ts
import { register } from 'node:module';

process.setSourceMapsEnabled(true);
register('./typescript-hooks.mjs', import.meta.url);
