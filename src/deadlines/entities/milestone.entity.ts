import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { Youth } from '../../youths/youth.entity.js';
import type { MilestoneKind } from '../rules/milestone-kinds.js';

/** Where a milestone comes from: the import file, a held K-møde, a person, or another part of the program. */
export type MilestoneSource = 'import' | 'meeting' | 'person' | 'system';

/** Something that has happened for a youth, or is expected to, that deadlines are counted from or met by. */
@Entity('milestone')
@Unique('uq_milestone', ['youthId', 'kind', 'occurredOn'])
@Check('ck_milestone_source', "source IN ('import', 'meeting', 'person', 'system')")
export class Milestone {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_milestone' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_milestone_youth' })
  @Column('uuid')
  youthId!: string;

  @Column('varchar')
  kind!: MilestoneKind;

  @Column('date')
  occurredOn!: CalendarDate;

  @Column('varchar')
  source!: MilestoneSource;

  /** Id of the meeting or referral it came from, or a case number in the specialist system. */
  @Column('varchar', { nullable: true })
  reference!: string | null;

  @Column('uuid', { nullable: true })
  recordedBy!: string | null;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('timestamptz', { nullable: true })
  voidedAt!: Date | null;

  /** Takes back what was recorded by mistake. Throws 409 `milestone_voided`, or `milestone_from_meeting` for a held meeting. */
  void(now: Date): void {
    if (this.source === 'meeting') {
      throw conflict('milestone_from_meeting', 'Milepælen kommer fra et afholdt møde. Ret mødet i stedet.');
    }
    if (this.voidedAt !== null) throw conflict('milestone_voided', 'Milepælen er allerede taget tilbage.');
    this.voidedAt = now;
  }
}
