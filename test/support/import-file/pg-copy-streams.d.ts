declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** COPY … FROM STDIN as a stream to write to; it ends when the server has taken everything. */
  export function from(statement: string): Writable & Submittable;
}
