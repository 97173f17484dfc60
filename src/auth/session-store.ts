import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TODAY } from '../platform/clock/today-sql.js';
import { Database } from '../platform/database/database.js';
import type { Actor, Role } from '../platform/database/actor.js';
import type { Tx } from '../platform/database/tx.js';

const IDLE_MINUTES = 30;
const ABSOLUTE_HOURS = 9;
/** `last_seen_at` is written at most this often, so that most requests only read. */
const SEEN_EVERY_SECONDS = 60;

export interface Session {
  readonly tokenHash: Buffer;
  readonly kind: 'bearer' | 'page';
  readonly csrfSecret: string;
}

interface SessionRow {
  readonly staffId: string;
  readonly name: string;
  readonly departmentId: string;
  readonly roles: Role[];
  readonly csrfSecret: string;
  readonly stale: boolean;
}

const SESSION_SQL = `
  SELECT m.id AS "staffId", m.name, m.department_id AS "departmentId", s.csrf_secret AS "csrfSecret",
         s.last_seen_at < now() - make_interval(secs => ${SEEN_EVERY_SECONDS}) AS stale,
         ARRAY(SELECT r.role FROM staff_role r WHERE r.staff_id = m.id AND r.valid_from <= ${TODAY} AND coalesce(r.valid_to, 'infinity') >= ${TODAY}) AS roles
  FROM session s JOIN staff_member m ON m.id = s.staff_id
  WHERE s.token_hash = $1 AND s.kind = $2 AND s.expires_at > now()
    AND s.last_seen_at > now() - make_interval(mins => ${IDLE_MINUTES}) AND m.deactivated_at IS NULL`;

/** SHA-256: tokens are 32 random bytes, so nothing slower is needed. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Server-side sessions: the token is with the client, only its hash is here. Idle after 30 minutes, over after 9 hours. */
@Injectable()
export class SessionStore {
  constructor(private readonly db: Database) {}

  /** Opens a session and returns the token; it is shown this once. */
  async open(tx: Tx, staffId: string, kind: Session['kind']): Promise<{ token: string; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const [row] = await tx.query<{ expiresAt: Date }>(
      `INSERT INTO session (token_hash, staff_id, kind, csrf_secret, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, $3, $4, now(), now(), now() + make_interval(hours => ${ABSOLUTE_HOURS})) RETURNING expires_at AS "expiresAt"`,
      [hashOfToken(token), staffId, kind, randomBytes(32).toString('base64url')],
    );
    if (row === undefined) throw new Error('a session was not written');
    return { token, expiresAt: row.expiresAt };
  }

  /** Who holds the token, or null when it is unknown, over, idle or its holder has left. */
  async find(token: string, kind: Session['kind'], requestId: string): Promise<{ actor: Actor; session: Session } | null> {
    const tokenHash = hashOfToken(token);
    const [row] = await this.db.statement<SessionRow>('session-find', SESSION_SQL, [tokenHash, kind]);
    if (row === undefined) return null;
    if (row.stale) await this.db.statement('session-seen', 'UPDATE session SET last_seen_at = now() WHERE token_hash = $1', [tokenHash]);
    const { staffId, name, departmentId, roles, csrfSecret } = row;
    return { actor: { kind: 'staff', staffId, name, roles, departmentId, requestId }, session: { tokenHash, kind, csrfSecret } };
  }

  /** Signs out: the session's token opens nothing any more. */
  async close(tx: Tx, session: Session): Promise<void> {
    await tx.query('DELETE FROM session WHERE token_hash = $1', [session.tokenHash]);
  }
}
