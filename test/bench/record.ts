import pg from 'pg';

/** A statement as it went to the database. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name?: string;
}

/** What one request did in the database, in order. */
export interface Recording {
  /** The look-up of the session, before the transaction. */
  readonly lookup: Statement;
  /** From START TRANSACTION to COMMIT. */
  readonly transaction: readonly Statement[];
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Notes every statement that this process sends while `work` runs; one piece of work at a time. */
export async function record(work: () => Promise<unknown>): Promise<Statement[]> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const query = prototype.query;
  const noted: Statement[] = [];
  prototype.query = function noting(this: pg.Client, ...args: unknown[]): unknown {
    noted.push(statementOf(args));
    return query.apply(this, args);
  };
  try {
    await work();
    return noted;
  } finally {
    prototype.query = query;
  }
}

/** Tells the look-up from the transaction. @throws Error when a request did anything else */
export function recordingOf(statements: readonly Statement[]): Recording {
  const begin = statements.findIndex(({ text }) => text.startsWith('START TRANSACTION'));
  const lookup = statements.slice(0, begin).find(({ name }) => name === 'session-find');
  if (lookup === undefined || statements.at(-1)?.text !== 'COMMIT') throw new Error('a request did not look its session up and then work in one transaction');
  return { lookup, transaction: statements.slice(begin) };
}

function statementOf([first, second]: readonly unknown[]): Statement {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? second : [] };
  const { text, values, name } = first as { text: string; values?: unknown[]; name?: string };
  return { text, values: values ?? [], ...(name !== undefined && { name }) };
}
