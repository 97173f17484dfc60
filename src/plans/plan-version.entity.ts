import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { StaffMember } from '../departments/staff/staff-member.entity.js';
import type { PlanContent } from './plan-content.js';
import { Plan } from './plan.entity.js';

/** The plan as it was published. The database refuses every change: no grant, and a trigger. */
@Entity('plan_version')
@Unique('uq_plan_version_number', ['planId', 'number'])
export class PlanVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_plan_version' })
  id!: string;

  @ForeignKey(() => Plan, { name: 'fk_plan_version_plan' })
  @Column('uuid')
  planId!: string;

  @Column('integer')
  number!: number;

  @Column('timestamptz')
  publishedAt!: Date;

  @ForeignKey(() => StaffMember, { name: 'fk_plan_version_by' })
  @Column('uuid')
  publishedBy!: string;

  @Column('jsonb')
  content!: PlanContent;
}
