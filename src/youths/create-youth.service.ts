import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDate } from '../platform/clock/calendar-date.js';
import { startOfDay } from '../platform/clock/zone.js';
import { hasRole, staffIdOf } from '../platform/database/actor.js';
import { newId } from '../platform/database/ids.js';
import type { Tx } from '../platform/database/tx.js';
import { conflict, type DomainError, forbidden, invalid, rule } from '../platform/errors/domain-error.js';
import { once, type IdempotencyKey } from '../platform/http/idempotency.js';
import { grantAccess } from './access/grant-access.js';
import { assignFirstCoordinator, requireCaseworker } from './coordination/coordinators.js';
import type { Cpr } from './cpr/cpr.js';
import { CprCipher } from './cpr/cpr-cipher.js';
import { keyOverBlindIndex, readCpr } from './cpr-input.js';
import { checkLookupRate, keepLookup, type LookupAnswer, lookupAnswer, youthByIndex } from './lookups/keep-lookup.js';
import { youthChanged } from './youth-events.js';
import { Youth } from './youth.entity.js';

/** Who created a youth sees it for so long without another ground, as after an import. */
const ACCESS_DAYS = 30;
/** The purpose of the look-up that recording a known youth comes to. */
const TO_RECORD = 'Ville oprette den unge';

export interface NewYouth {
  readonly firstName: string;
  readonly lastName: string;
  /** As the CPR number tells unless given; it may not differ from it. */
  readonly birthDate?: CalendarDate | undefined;
  readonly departmentId: string;
  readonly coordinatorId?: string | undefined;
  readonly school?: string | undefined;
  readonly schoolGrade?: string | undefined;
  readonly specialSchool?: boolean | undefined;
  readonly protected?: boolean | undefined;
  readonly actingMunicipality?: string | undefined;
}

/** The youth that was recorded; or the look-up that it came to, as the number was known already. */
export type Recorded =
  | { readonly youthId: string; readonly known: null }
  | { readonly youthId: null; readonly known: LookupAnswer };

/** Records one youth by hand. */
@Injectable()
export class CreateYouthService {
  constructor(private readonly cipher: CprCipher) {}

  /**
   * Records a youth. A number that is known already is a look-up: it counts toward the hour's and stands in the log, and
   * the caller answers with the card (`youthKnown`) after the transaction, so that both stay. All that may be refused for
   * another reason is refused before, the same whether the number is known or not.
   * @throws DomainError invalid; forbidden `not_your_unit`; rule `not_born`, `not_a_caseworker`; rate_limited
   */
  async create(tx: Tx, cprText: string, given: NewYouth, key: IdempotencyKey | null): Promise<Recorded> {
    const cpr = readCpr(cprText);
    const id = await once(tx, keyOverBlindIndex(key, this.cipher, cpr, given), async () => {
      await requireDepartment(tx, given.departmentId);
      requireReadable(tx, cpr, given);
      if (given.coordinatorId !== undefined) await requireCaseworker(tx, given.coordinatorId);
      await checkLookupRate(tx);
      const youthId = await youthByIndex(tx, this.cipher.blindIndex(cpr));
      return youthId === null ? this.record(tx, cpr, given) : keepLookup(tx, { youthId, purpose: TO_RECORD, ground: 'recording' });
    });
    const known = await lookupAnswer(tx, id);
    return known === null ? { youthId: id, known } : { youthId: null, known };
  }

  private async record(tx: Tx, cpr: Cpr, given: NewYouth): Promise<string> {
    const youth = this.newYouth(tx, cpr, given);
    await tx.save(youth);
    await this.open(tx, youth, given.coordinatorId);
    return youth.id;
  }

  private newYouth(tx: Tx, cpr: Cpr, given: NewYouth): Youth {
    const id = newId();
    const isProtected = given.protected ?? false;
    return Object.assign(new Youth(), {
      id, cprCipher: this.cipher.encrypt(id, cpr), cprIndex: this.cipher.blindIndex(cpr), firstName: given.firstName.trim(),
      lastName: given.lastName.trim(), birthDate: cpr.birthDate, departmentId: given.departmentId, school: given.school ?? null,
      schoolGrade: given.schoolGrade ?? null, specialSchool: given.specialSchool ?? false, protected: isProtected,
      protectedSince: isProtected ? tx.today : null, actingMunicipality: given.actingMunicipality ?? null, status: 'not_planned',
      previousTransitionMeetingOn: null, nextMeetingOn: null, knownSince: tx.today, createdAt: tx.now, updatedAt: tx.now,
    });
  }

  private async open(tx: Tx, youth: Youth, coordinatorId: string | undefined): Promise<void> {
    const untilAt = startOfDay(addDays(tx.today, ACCESS_DAYS + 1));
    await grantAccess(tx, { youthId: youth.id, holder: { staffId: staffIdOf(tx.actor) }, ground: 'import', sourceId: youth.id, untilAt });
    if (coordinatorId !== undefined) await assignFirstCoordinator(tx, youth.id, coordinatorId);
    tx.audit('youth.created', { type: 'youth', id: youth.id, youthIds: [youth.id], ground: 'import' });
    tx.enqueue(youthChanged, { youthId: youth.id });
  }
}

/** The refusal of a youth that is known already, with whom to call; for after the transaction. */
export function youthKnown({ lookupId, card }: LookupAnswer): DomainError {
  return conflict('youth_known', 'Den unge findes allerede. Ring til en af enhederne på kortet, eller rejs en sag.', { lookupId, card });
}

/** What the database would refuse only of a number that is not known (PostgreSQL keeps no NUL), and a birth date that cannot be. */
function requireReadable(tx: Tx, cpr: Cpr, given: NewYouth): void {
  if (Object.values(given).some((value) => typeof value === 'string' && value.includes('\0'))) throw invalid([]);
  const { birthDate } = given;
  if (birthDate !== undefined && birthDate !== cpr.birthDate) {
    throw invalid([{ field: 'birthDate', code: 'differs_from_cpr', message: 'Fødselsdatoen passer ikke til CPR-nummeret. Ret en af dem.' }]);
  }
  if (cpr.birthDate > tx.today) throw rule('not_born', 'Fødselsdatoen ligger i fremtiden. Tjek CPR-nummeret.');
}

/** A team leader records the youths of the own unit, the secretary those of all. */
async function requireDepartment(tx: Tx, departmentId: string): Promise<void> {
  const [found] = await tx.query(
    "SELECT 1 FROM department WHERE id = $1 AND valid_from <= $2 AND coalesce(valid_to, 'infinity') >= $2", [departmentId, tx.today], 'department-today',
  );
  if (found === undefined) throw invalid([{ field: 'departmentId', code: 'unknown', message: 'Vælg en enhed, der findes i dag.' }]);
  if (departmentId === tx.actor.departmentId || hasRole(tx.actor, 'meeting_secretary')) return;
  throw forbidden('not_your_unit', 'Du kan kun oprette unge i din egen enhed. Bed sekretæren eller enhedens teamleder om det.');
}
