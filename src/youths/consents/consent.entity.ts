import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Department } from '../../departments/units/department.entity.js';
import { addYears, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { dateAt } from '../../platform/clock/zone.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { CustodyHolder } from '../custody/custody-holder.entity.js';
import { Youth } from '../youth.entity.js';

export const CONSENT_GIVERS = ['youth', 'custody_holder'] as const;
export type ConsentGiver = (typeof CONSENT_GIVERS)[number];

export type ConsentState = 'active' | 'not_yet' | 'expired' | 'withdrawn';

/** A consent is specific: from whom, to whom, about what and what for (forvaltningsloven § 28, stk. 3). */
@Entity('consent')
@Check('ck_consent_given_by', "given_by IN ('youth', 'custody_holder')")
@Check('ck_consent_giver', "(given_by = 'custody_holder') = (custody_holder_id IS NOT NULL)")
@Index('ix_consent_youth', ['youthId'])
export class Consent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_consent' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_consent_youth' })
  @Column('uuid')
  youthId!: string;

  @Column('varchar')
  givenBy!: ConsentGiver;

  @ForeignKey(() => CustodyHolder, { name: 'fk_consent_custody_holder' })
  @Column('uuid', { nullable: true })
  custodyHolderId!: string | null;

  /** Who may be told, as text; `departmentId` too when it is a unit of ours. */
  @Column('varchar')
  recipient!: string;

  @ForeignKey(() => Department, { name: 'fk_consent_department' })
  @Column('uuid', { nullable: true })
  departmentId!: string | null;

  /** What may be told. */
  @Column('varchar')
  scope!: string;

  @Column('varchar')
  purpose!: string;

  @Column('date')
  givenOn!: CalendarDate;

  /** First day it no longer counts. */
  @Column('date', { nullable: true })
  expiresOn!: CalendarDate | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('uuid')
  recordedBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** Whether it counts on a civil date of Copenhagen. */
  stateOn(day: CalendarDate): ConsentState {
    return consentState(this, day);
  }

  /** May be withdrawn at any time (forvaltningsloven § 28, stk. 4). Throws 409 `invalid_transition` when it has been. */
  withdraw(now: Date): void {
    if (this.withdrawnAt !== null) throw conflict('invalid_transition', 'Samtykket er allerede trukket tilbage.');
    this.withdrawnAt = now;
  }

  /** Takes a withdrawal by mistake back, on the same day. Throws 409 `invalid_transition` else. */
  takeWithdrawalBack(today: CalendarDate): void {
    if (this.withdrawnAt === null || dateAt(this.withdrawnAt) !== today) {
      throw conflict('invalid_transition', 'Kun en tilbagetrækning fra i dag kan fortrydes. Skriv et nyt samtykke ind i stedet.');
    }
    this.withdrawnAt = null;
  }
}

/** Whether a consent counts on a day. */
export function consentState(consent: Pick<Consent, 'givenOn' | 'expiresOn' | 'withdrawnAt'>, day: CalendarDate): ConsentState {
  if (consent.withdrawnAt !== null) return 'withdrawn';
  if (day < consent.givenOn) return 'not_yet';
  return consent.expiresOn !== null && consent.expiresOn <= day ? 'expired' : 'active';
}

/**
 * The first day a consent no longer counts. A custody holder's ends on the 18th birthday at the latest, when custody
 * does (værgemålsloven § 1); born 29 February that is 28 February, the safe side.
 */
export function consentExpiry(givenBy: ConsentGiver, birthDate: CalendarDate, asked: CalendarDate | null): CalendarDate | null {
  if (givenBy === 'youth') return asked;
  const majority = addYears(birthDate, 18);
  return asked !== null && asked < majority ? asked : majority;
}
