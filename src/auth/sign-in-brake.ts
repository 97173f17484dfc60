import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/database/ids.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors/domain-error.js';

const WINDOW_MINUTES = 15;
const MOST_FAILURES_PER_NAME = 10;
const MOST_FAILURES_PER_ADDRESS = 50;

/** One try to sign in, under way: it counts as failed until `forgive` takes it back. */
export interface SignInTry {
  readonly name: Buffer;
  readonly addressAttemptId: string;
}

const FAILURES_SQL = `
  SELECT count(*) FILTER (WHERE subject_hash = $1)::int AS "byName", count(*) FILTER (WHERE subject_hash = $2)::int AS "byAddress"
  FROM sign_in_attempt WHERE subject_hash IN ($1, $2) AND at > now() - make_interval(mins => ${WINDOW_MINUTES})`;

/** Brakes guessing of passwords, by user name and by address, also when many guesses come at once. */
@Injectable()
export class SignInBrake {
  constructor(private readonly db: Database) {}

  /**
   * Lets a try through and writes it as failed before its password is looked at: many at once would else all pass before the first is known to be wrong.
   * @throws DomainError rate_limited `too_many_sign_ins`
   */
  async admit(actor: Actor, username: string, address: string): Promise<SignInTry> {
    const subjects = [subjectHash(`name:${username.toLowerCase()}`), subjectHash(`address:${address}`)] as const;
    return this.db.transaction(actor, async (tx) => {
      await refuseGuessing(tx, subjects); // before the lock too, else a flood fills the pool with connections that wait for it
      await lock(tx, subjects);
      await refuseGuessing(tx, subjects);
      const ids = [newId(), newId()] as const;
      await tx.query(
        'INSERT INTO sign_in_attempt (id, subject_hash, at) SELECT id, subject_hash, now() FROM unnest($1::uuid[], $2::bytea[]) AS attempt (id, subject_hash)',
        [ids, subjects], 'sign-in-attempt',
      );
      return { name: subjects[0], addressAttemptId: ids[1] };
    });
  }

  /**
   * The password was right: the name starts afresh, and the address keeps only what others tried from it. In a transaction of its own,
   * so that nobody is taken for a guesser because the session could not be written.
   */
  async forgive(actor: Actor, { name, addressAttemptId }: SignInTry): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await lock(tx, [name]);
      await tx.query('DELETE FROM sign_in_attempt WHERE subject_hash = $1 OR id = $2', [name, addressAttemptId], 'sign-in-forgive');
    });
  }
}

async function refuseGuessing(tx: Tx, subjects: readonly Buffer[]): Promise<void> {
  const [failures] = await tx.query<{ byName: number; byAddress: number }>(FAILURES_SQL, [...subjects], 'sign-in-failures');
  if ((failures?.byName ?? 0) < MOST_FAILURES_PER_NAME && (failures?.byAddress ?? 0) < MOST_FAILURES_PER_ADDRESS) return;
  throw new DomainError('rate_limited', 'too_many_sign_ins', `For mange forsøg. Vent ${WINDOW_MINUTES} minutter og prøv igen.`);
}

/** Holds the subjects until the transaction ends. A name before an address, always: two tries never wait for each other. */
async function lock(tx: Tx, subjects: readonly Buffer[]): Promise<void> {
  for (const subject of subjects) await tx.query('SELECT pg_advisory_xact_lock($1)', [subject.readBigInt64BE(0).toString()], 'sign-in-lock');
}

function subjectHash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
