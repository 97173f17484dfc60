import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(['"])([^'"]+)\1/g;

export interface SourceFile {
  /** Inside the project, with forward slashes. */
  path: string;
  text: string;
  /** Paths of the project's files that it imports, and the names of packages. */
  imports: string[];
}

/** The TypeScript files under a folder of the project, tests beside the code left out. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(spec|test)\.tsx?$/.test(entry.name))
    .map((entry) => readSource(join(entry.parentPath, entry.name)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function readSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(IMPORT)].map((match) => {
    const name = match[2] ?? '';
    return name.startsWith('.') ? toPath(resolve(dirname(file), name)) : name;
  });
  return { path: toPath(file), text, imports };
}

const toPath = (file: string) => relative(PROJECT, file).replaceAll('\\', '/');

/** Everything that `start` imports, directly or through others, as paths without their ending. */
export function reachableFrom(start: string, files: SourceFile[]): Set<string> {
  const byName = new Map(files.map((file) => [withoutEnding(file.path), file]));
  const seen = new Set<string>();
  const waiting = [withoutEnding(start)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(byName.get(next)?.imports ?? []).map(withoutEnding));
  }
  return seen;
}

const withoutEnding = (path: string) => path.replace(/\.(js|tsx?)$/, '');
