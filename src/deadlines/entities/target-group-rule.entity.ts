import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { MilestoneKind } from '../rules/milestone-kinds.js';
import type { TargetGroup } from '../rules/target-groups.js';

/** One line of the dated table from what is known about a youth to a target group; every filled field must fit. */
@Entity('target_group_rule')
@Unique('uq_target_group_rule', [
  'targetGroup', 'act', 'section', 'measureTitle', 'departmentKind', 'specialSchool', 'milestoneKind', 'inForceFrom',
])
export class TargetGroupRuleRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_target_group_rule' })
  id!: string;

  @Column('varchar')
  targetGroup!: TargetGroup;

  @Column('varchar', { nullable: true })
  act!: string | null;

  @Column('varchar', { nullable: true })
  section!: string | null;

  @Column('varchar', { nullable: true })
  measureTitle!: string | null;

  @Column('varchar', { nullable: true })
  departmentKind!: string | null;

  @Column('boolean', { nullable: true })
  specialSchool!: boolean | null;

  @Column('varchar', { nullable: true })
  milestoneKind!: MilestoneKind | null;

  @Column('date')
  inForceFrom!: CalendarDate;

  @Column('date', { nullable: true })
  inForceTo!: CalendarDate | null;

  @Column('varchar')
  source!: string;
}
