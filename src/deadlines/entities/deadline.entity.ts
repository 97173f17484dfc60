import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { Youth } from '../../youths/youth.entity.js';
import { assertMove, type DeadlineState } from '../deadline-states.js';
import { DeadlineRule } from './deadline-rule.entity.js';
import { Milestone } from './milestone.entity.js';

/**
 * A date by which something must have happened for a youth. The computation owns it; a person may only waive it.
 * `uid`, `revision` and `reference` are its identity in calendars.
 */
@Entity('deadline')
@Unique('uq_deadline_uid', ['uid'])
@Unique('uq_deadline_once', ['youthId', 'ruleCode', 'dueOn'])
@Check('ck_deadline_state', "state IN ('open', 'met', 'waived', 'superseded', 'historic')")
@Index('ix_deadline_youth', ['youthId', 'dueOn'])
@Index('ix_deadline_due', ['dueOn', 'id'], { where: "state = 'open'" })
export class Deadline {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_deadline' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_deadline_youth' })
  @Column('uuid')
  youthId!: string;

  /** The version of the rule that was in force on the due date. */
  @ForeignKey(() => DeadlineRule, { name: 'fk_deadline_rule' })
  @Column('uuid')
  ruleId!: string;

  @Column('varchar')
  ruleCode!: string;

  @Column('varchar')
  mode!: 'drives' | 'shows';

  @Column('date')
  dueOn!: CalendarDate;

  /** First day on which a milestone counts. */
  @Column('date', { nullable: true })
  earliestOn!: CalendarDate | null;

  /** Last day before it counts as late: the due date, or later where the rule gives grace. */
  @Column('date')
  lateAfter!: CalendarDate;

  @Column('varchar')
  state!: DeadlineState;

  @ForeignKey(() => Milestone, { name: 'fk_deadline_met_by' })
  @Column('uuid', { nullable: true })
  metBy!: string | null;

  @Column('date', { nullable: true })
  metOn!: CalendarDate | null;

  @Column('uuid', { nullable: true })
  waivedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  waivedAt!: Date | null;

  @Column('varchar', { nullable: true })
  waivedReason!: string | null;

  @Column('timestamptz')
  stateChangedAt!: Date;

  @Column('uuid')
  uid!: string;

  @Column('integer', { default: 0 })
  revision!: number;

  @Column('varchar')
  reference!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** A team leader's word that it need not be met, with the reason. Throws 409 `invalid_transition` unless open. */
  waive(staffId: string, reason: string, now: Date): void {
    assertMove(this.state, 'waived');
    this.state = 'waived';
    this.waivedBy = staffId;
    this.waivedAt = now;
    this.waivedReason = reason;
    this.stateChangedAt = now;
    this.revision += 1;
  }

  /** Takes the waiver back: it has to be met again. Throws 409 `not_waived` unless waived. */
  takeWaiverBack(now: Date): void {
    if (this.state !== 'waived') throw conflict('not_waived', 'Fristen er ikke markeret som ikke relevant længere. Hent siden igen.', { state: this.state });
    assertMove(this.state, 'open');
    this.state = 'open';
    this.waivedBy = null;
    this.waivedAt = null;
    this.waivedReason = null;
    this.stateChangedAt = now;
    this.revision += 1;
  }
}
