import { Injectable } from '@nestjs/common';
import { Department } from '../../departments/units/department.entity.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { placeOf } from '../../platform/sealing/sealed-column.js';
import { returnToMail } from '../channel/return-to-mail.js';
import { CalendarSeal } from '../servers/calendar-seal.js';
import { CalendarServers } from '../servers/calendar-servers.js';
import { TARGET_PASSWORD } from '../servers/sealed-columns.js';
import type { ServerProblemCode } from '../servers/server-problem.js';
import type { CollectionAccess } from './caldav-collection.js';
import { CalendarTarget } from './calendar-target.entity.js';
import { calendarTargetDue } from './calendar-target-events.js';

export interface TargetWish {
  readonly departmentId: string;
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/** A shared calendar as its administrator sees it: never the password. */
export interface TargetLine {
  readonly id: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly url: string;
  readonly username: string;
  readonly state: 'waiting' | 'in_step' | 'failing' | 'removing';
  readonly problem: ServerProblemCode | null;
  readonly triedAt: Date | null;
  readonly succeededAt: Date | null;
  /** How many events of ours the server holds. */
  readonly events: number;
}

const LIST = `
  SELECT target.id, target.department_id AS "departmentId", department.name AS "departmentName", target.url, target.username,
    CASE WHEN target.removing_at IS NOT NULL THEN 'removing' WHEN target.problem IS NOT NULL THEN 'failing'
      WHEN target.succeeded_at IS NULL THEN 'waiting' ELSE 'in_step' END AS state,
    target.problem, target.tried_at AS "triedAt", target.succeeded_at AS "succeededAt",
    (SELECT count(*)::int FROM pushed_event WHERE target_id = target.id AND text_hash IS NOT NULL) AS events
  FROM calendar_target target JOIN department ON department.id = target.department_id
  ORDER BY department.name COLLATE "da-x-icu", target.created_at`;

/** Departments' shared calendars on calendar servers. */
@Injectable()
export class CalendarTargetsService {
  constructor(
    private readonly servers: CalendarServers,
    private readonly seal: CalendarSeal,
  ) {}

  /** All of them, those being taken away too. The caller has checked the policy. */
  async list(tx: Tx): Promise<TargetLine[]> {
    return tx.query<TargetLine>(LIST, [], 'calendar-targets');
  }

  /**
   * Sets a department's shared calendar up, or gives the one it has another user or password, and has it filled.
   * @throws DomainError not_found; rule with the address's problem; conflict `has_calendar`, `calendar_in_use`
   */
  async set(tx: Tx, wish: TargetWish): Promise<string> {
    const department = await tx.find(Department, wish.departmentId);
    const url = collectionUrl(this.servers.accept(wish.url).url);
    const known = await this.ofUrl(tx, url);
    if (known !== null && known.departmentId !== department.id) throw conflict('calendar_in_use', 'Kalenderen bruges af en anden enhed. Vælg en anden kalender.');
    if (known === null) await refuseSecond(tx, department.id);
    const target = known ?? newTarget(tx, department.id, url);
    Object.assign(target, {
      username: wish.username, password: this.seal.seal(placeOf(TARGET_PASSWORD, target.id), wish.password), removingAt: null, problem: null, failures: 0, retryAt: null,
    });
    await (known === null ? tx.insert(target) : tx.save(target));
    tx.audit('calendar_target.set', { type: 'calendar_target', id: target.id, detail: { departmentId: department.id } });
    tx.enqueue(calendarTargetDue, { targetId: target.id, look: true });
    return target.id;
  }

  /** Takes a shared calendar away: the queue first deletes what we wrote there; who had meetings there gets them by mail. Throws 404 for an unknown one. */
  async remove(tx: Tx, id: string): Promise<void> {
    const target = await tx.lock(CalendarTarget, id);
    if (target.removingAt !== null) return;
    Object.assign(target, { removingAt: tx.now, failures: 0, retryAt: null });
    await tx.save(target);
    tx.audit('calendar_target.removed', { type: 'calendar_target', id });
    await returnToMail(tx, 'gone');
    tx.enqueue(calendarTargetDue, { targetId: id, look: true });
  }

  /** What lets us into the collection. Throws when the key is gone. */
  accessTo(target: CalendarTarget): CollectionAccess {
    return { url: target.url, username: target.username, password: this.seal.open(placeOf(TARGET_PASSWORD, target.id), target.password) };
  }

  private async ofUrl(tx: Tx, url: string): Promise<CalendarTarget | null> {
    const [row] = await tx.query<{ id: string }>('SELECT id FROM calendar_target WHERE url = $1', [url]);
    return row === undefined ? null : tx.lock(CalendarTarget, row.id);
  }
}

async function refuseSecond(tx: Tx, departmentId: string): Promise<void> {
  const rows = await tx.query('SELECT 1 FROM calendar_target WHERE department_id = $1 AND removing_at IS NULL', [departmentId]);
  if (rows.length > 0) throw conflict('has_calendar', 'Enheden har allerede en fælles kalender. Fjern den først.');
}

function newTarget(tx: Tx, departmentId: string, url: string): CalendarTarget {
  return Object.assign(new CalendarTarget(), {
    id: newId(), departmentId, url, createdBy: tx.actor.staffId, createdAt: tx.now,
    leaseUntil: null, lookedAt: null, fingerprint: null, triedAt: null, succeededAt: null,
  });
}

function collectionUrl(url: URL): string {
  url.search = '';
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
