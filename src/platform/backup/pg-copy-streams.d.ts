declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** Rows for `COPY … FROM STDIN`. */
  export function from(text: string): Writable & Submittable;
  /** Rows of `COPY … TO STDOUT`. */
  export function to(text: string): Readable & Submittable;
}
