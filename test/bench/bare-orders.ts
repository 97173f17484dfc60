import type { Recording } from './record.js';

/** One request that the bare server can answer. */
export interface Plan extends Recording {
  /** What tells the request from others: its path, or the referral that it books. */
  readonly key: string;
  /** Our answer to it, read from JSON: the bare server writes it as JSON again, as any handler would. */
  readonly answer: unknown;
}

export interface BareOrders {
  readonly databaseUrl: string;
  /** Connections, as many as ours has. */
  readonly pool: number;
  readonly plans: readonly Plan[];
  /** The tag of the calendar that has not changed. */
  readonly feed: { readonly etag: string } | null;
}
