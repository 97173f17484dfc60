// Module hooks for typescript.mjs: './x.js' finds './x.ts', and swc takes the types away.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const isTypeScript = (url) => /^file:.*\.tsx?$/.test(url) && !url.includes('/node_modules/');

export async function resolve(specifier, context, next) {
  const relative = /^(\.{1,2}\/.*|file:.*)\.js$/.exec(specifier);
  if (relative && !context.parentURL?.includes('/node_modules/')) {
    const asWritten = new URL(specifier, context.parentURL);
    for (const extension of existsSync(asWritten) ? [] : ['.ts', '.tsx']) {
      const source = new URL(asWritten.href.replace(/\.js$/, extension));
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!isTypeScript(url)) return next(url, context);
  const { transform } = await import('@swc/core');
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { filename, sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
