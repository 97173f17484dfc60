import { createHash } from 'node:crypto';

/** A statement as the driver takes it; with a name it is prepared once in each connection. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
  readonly name?: string;
}

const names = new Map<string, string>();

/** The name under which a text that comes again and again is prepared: the same text always has the same. */
export function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `row-${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
  names.set(text, name);
  return name;
}
