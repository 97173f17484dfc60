import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { TODAY } from '../platform/clock/today-sql.js';
import type { Actor, Role } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { type Session, SessionStore } from './session-store.js';
import { SignInBrake } from './sign-in-brake.js';

export interface SignedInStaff {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly departmentId: string;
}

export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Date;
  readonly staff: SignedInStaff;
}

interface Account extends SignedInStaff {
  readonly passwordHash: string;
}

/** Local sign-in with argon2id and a brake on guessing. */
@Injectable()
export class SignInService {
  private decoy: Promise<string> | null = null;

  constructor(
    private readonly db: Database,
    private readonly sessions: SessionStore,
    private readonly brake: SignInBrake,
  ) {}

  /**
   * @throws DomainError unauthenticated `wrong_password` (also for an unknown name: the same answer in about the same time)
   * @throws DomainError rate_limited `too_many_sign_ins`
   */
  async signIn(actor: Actor, kind: Session['kind'], username: string, password: string, address: string): Promise<SignedIn> {
    const attempt = await this.brake.admit(actor, username, address);
    const [account] = await this.db.statement<Account>('sign-in-account', ACCOUNT_SQL, [username.toLowerCase()]);
    const right = await verify(account?.passwordHash ?? (await this.decoyHash()), password);
    if (account === undefined || !right) return this.fail(actor);
    await this.brake.forgive(actor, attempt);
    const { passwordHash: _, ...staff } = account;
    return this.db.transaction({ ...actor, kind: 'staff', staffId: staff.id }, async (tx) => {
      const session = await this.sessions.open(tx, staff.id, kind);
      tx.audit('session.opened', { type: 'staff', id: staff.id });
      return { ...session, staff };
    });
  }

  /** Sets a local password; used by demo data and, later, an administrator. */
  async setPassword(tx: Tx, staffId: string, username: string, password: string): Promise<void> {
    await tx.query(
      `INSERT INTO credential (staff_id, username, password_hash, changed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (staff_id) DO UPDATE SET username = excluded.username, password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
      [staffId, username.toLowerCase(), await hash(password), tx.now],
    );
  }

  private async fail(actor: Actor): Promise<never> {
    await this.db.transaction(actor, async (tx) => {
      tx.audited.push({ action: 'session.refused', subject: { type: 'session', id: null }, outcome: 'denied' });
    });
    throw new DomainError('unauthenticated', 'wrong_password', 'Brugernavn eller adgangskode er forkert. Prøv igen.');
  }

  /** Verified against when the name is unknown, so that the answer takes as long. */
  private decoyHash(): Promise<string> {
    this.decoy ??= hash('decoy');
    return this.decoy;
  }
}

const ACCOUNT_SQL = `
  SELECT m.id, m.name, m.department_id AS "departmentId", c.password_hash AS "passwordHash",
         ARRAY(SELECT r.role FROM staff_role r WHERE r.staff_id = m.id AND r.valid_from <= ${TODAY} AND coalesce(r.valid_to, 'infinity') >= ${TODAY}) AS roles
  FROM credential c JOIN staff_member m ON m.id = c.staff_id WHERE c.username = $1 AND m.deactivated_at IS NULL`;
