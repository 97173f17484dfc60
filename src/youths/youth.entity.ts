import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Department } from '../departments/units/department.entity.js';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import { assertStatusMove, type YouthStatus } from './youth-status.js';

/** The collation that sorts names as Danes do: Aagaard under Å, after Ø. */
const NAME_COLLATION = 'da-x-icu';

/** What a person may correct on a youth. */
export interface YouthCorrection {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly birthDate?: CalendarDate | undefined;
  readonly protected?: boolean | undefined;
  readonly actingMunicipality?: string | null | undefined;
  readonly school?: string | null | undefined;
  readonly schoolGrade?: string | null | undefined;
  readonly specialSchool?: boolean | undefined;
}

/** A youth the municipality coordinates for. The CPR number is sealed to the row's id; no home address is kept. */
@Entity('youth')
@Unique('uq_youth_cpr_index', ['cprIndex'])
@Check('ck_youth_status', "status IN ('not_planned', 'referred', 'planned', 'met', 'directly_coordinated', 'ended')")
@Index('ix_youth_department', ['departmentId'])
@Index('ix_youth_birth_date', ['birthDate', 'id'])
@Index('ix_youth_name', ['lastName', 'firstName', 'id'])
export class Youth {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_youth' })
  id!: string;

  @Column('bytea')
  cprCipher!: Buffer;

  @Column('bytea')
  cprIndex!: Buffer;

  @Column({ type: 'varchar', collation: NAME_COLLATION })
  firstName!: string;

  @Column({ type: 'varchar', collation: NAME_COLLATION })
  lastName!: string;

  @Column('date')
  birthDate!: CalendarDate;

  @ForeignKey(() => Department, { name: 'fk_youth_department' })
  @Column('uuid')
  departmentId!: string;

  @Column('varchar', { nullable: true })
  school!: string | null;

  @Column('varchar', { nullable: true })
  schoolGrade!: string | null;

  @Column('boolean', { default: false })
  specialSchool!: boolean;

  /** Name and address protection (CPR-loven § 28), or an address kept secret. */
  @Column('boolean', { default: false })
  protected!: boolean;

  @Column('date', { nullable: true })
  protectedSince!: CalendarDate | null;

  /** Handlekommune, when it is another municipality. */
  @Column('varchar', { nullable: true })
  actingMunicipality!: string | null;

  @Column('varchar')
  status!: YouthStatus;

  /** Latest transition meeting before the youth was known here; told by the import. */
  @Column('date', { nullable: true })
  previousTransitionMeetingOn!: CalendarDate | null;

  /** Next meeting agreed outside this system; told by the import. */
  @Column('date', { nullable: true })
  nextMeetingOn!: CalendarDate | null;

  /** The day the youth became known here; what fell due before is historic. */
  @Column('date')
  knownSince!: CalendarDate;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  get name(): string {
    return `${this.firstName} ${this.lastName}`;
  }

  /** Moves along the table of transitions. Throws 409 `invalid_transition`. */
  moveTo(status: YouthStatus, now: Date): void {
    assertStatusMove(this.status, status);
    this.status = status;
    this.updatedAt = now;
  }

  /** Applies what was sent and tells which fields changed. Protection counts from `today`, as it lapses after a year. */
  correct(correction: YouthCorrection, today: CalendarDate, now: Date): string[] {
    const changed = Object.entries(correction)
      .filter(([field, value]) => value !== undefined && this[field as keyof YouthCorrection] !== value)
      .map(([field]) => field);
    if (changed.length === 0) return changed;
    Object.assign(this, Object.fromEntries(changed.map((field) => [field, correction[field as keyof YouthCorrection]])));
    if (changed.includes('protected')) this.protectedSince = this.protected ? today : null;
    this.updatedAt = now;
    return changed;
  }
}
