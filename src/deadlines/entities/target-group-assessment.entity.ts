import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Youth } from '../../youths/youth.entity.js';
import type { TargetGroup } from '../rules/target-groups.js';

/** A caseworker's word, with a reason, that a youth does or does not belong to a group; it wins over the table. */
@Entity('target_group_assessment')
@Index('uq_target_group_assessment_current', ['youthId', 'targetGroup'], { unique: true, where: 'replaced_at IS NULL' })
export class TargetGroupAssessment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_target_group_assessment' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_target_group_assessment_youth' })
  @Column('uuid')
  youthId!: string;

  @Column('varchar')
  targetGroup!: TargetGroup;

  @Column('boolean')
  belongs!: boolean;

  @Column('varchar')
  reason!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_target_group_assessment_by' })
  @Column('uuid')
  assessedBy!: string;

  @Column('timestamptz')
  assessedAt!: Date;

  @Column('timestamptz', { nullable: true })
  replacedAt!: Date | null;
}
