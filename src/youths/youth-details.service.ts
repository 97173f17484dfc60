import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import type { Tx } from '../platform/database/tx.js';
import { notFound } from '../platform/errors/domain-error.js';
import type { AccessGround } from './access/access-grounds.js';
import { accessTo } from './access/open-youth.js';
import { youthCard, type YouthCard } from './access/youth-card.js';
import { CprCipher } from './cpr/cpr-cipher.js';
import { protect } from './protect.js';
import type { YouthStatus } from './youth-status.js';
import { Youth } from './youth.entity.js';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A youth's case as those see it who may; school, acting municipality and the like are null for a protected youth. */
export interface YouthDetails {
  readonly id: string;
  readonly scope: 'full';
  /** Why the reader sees the youth. */
  readonly ground: AccessGround;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: CalendarDate;
  readonly cprMasked: string;
  readonly department: Named;
  readonly coordinator: (Named & { readonly since: string }) | null;
  readonly openHandover: { readonly id: string; readonly to: Named; readonly offeredAt: string } | null;
  readonly status: YouthStatus;
  readonly protected: boolean;
  readonly protectedSince: CalendarDate | null;
  readonly actingMunicipality: string | null;
  readonly school: string | null;
  readonly schoolGrade: string | null;
  readonly specialSchool: boolean;
  readonly previousTransitionMeetingOn: CalendarDate | null;
  readonly knownSince: CalendarDate;
}

/** What the author of a referral that is not accepted sees: whom to call, no more. */
export interface YouthOnCard {
  readonly id: string;
  readonly scope: 'card';
  readonly card: YouthCard;
}

interface Around {
  readonly department: Named;
  readonly coordinator: YouthDetails['coordinator'];
  readonly openHandover: YouthDetails['openHandover'];
}

const AROUND = `
  SELECT json_build_object('id', d.id, 'name', d.name) AS department,
    CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name, 'since', c.from_at) END AS coordinator,
    CASE WHEN h.id IS NULL THEN NULL
      ELSE json_build_object('id', h.id, 'to', json_build_object('id', r.id, 'name', r.name), 'offeredAt', h.offered_at) END AS "openHandover"
  FROM youth y JOIN department d ON d.id = y.department_id
    LEFT JOIN coordination c ON c.youth_id = y.id AND c.until_at IS NULL LEFT JOIN staff_member s ON s.id = c.staff_id
    LEFT JOIN handover h ON h.youth_id = y.id AND h.state = 'offered' LEFT JOIN staff_member r ON r.id = h.to_staff_id
  WHERE y.id = $1`;

@Injectable()
export class YouthDetailsService {
  constructor(private readonly cipher: CprCipher) {}

  /** Opens a youth and logs it with the ground. @throws DomainError not_found */
  async open(tx: Tx, youthId: string): Promise<YouthDetails | YouthOnCard> {
    const access = await accessTo(tx, youthId);
    if (access === null) throw notFound();
    const { scope, ground } = access;
    tx.audit(scope === 'full' ? 'youth.opened' : 'card.opened', { type: 'youth', id: youthId, youthIds: [youthId], ground });
    return scope === 'full' ? this.read(tx, youthId, ground) : { id: youthId, scope, card: await youthCard(tx, youthId) };
  }

  /** The same answer without the log row, after a change that has written its own. The caller has checked access. */
  async read(tx: Tx, youthId: string, ground: AccessGround): Promise<YouthDetails> {
    const youth = await tx.find(Youth, youthId);
    const [around] = await tx.query<Around>(AROUND, [youthId], 'youth-around');
    if (around === undefined) throw notFound();
    const { id, name, firstName, lastName, birthDate, status, protectedSince, specialSchool, previousTransitionMeetingOn, knownSince } = youth;
    return {
      id, scope: 'full', ground, name, firstName, lastName, birthDate,
      cprMasked: this.cipher.decrypt(id, youth.cprCipher).masked(),
      ...around,
      status, protected: youth.protected, protectedSince,
      actingMunicipality: protect(youth, youth.actingMunicipality),
      school: protect(youth, youth.school),
      schoolGrade: protect(youth, youth.schoolGrade),
      specialSchool, previousTransitionMeetingOn, knownSince,
    };
  }
}
