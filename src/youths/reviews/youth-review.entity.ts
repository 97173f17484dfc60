import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Department } from '../../departments/units/department.entity.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { Youth } from '../youth.entity.js';

/** A unit has looked at a youth without a K-møde and wants to look again on a day; until then the youth is not in its review. */
@Entity('youth_review')
@Unique('uq_youth_review', ['youthId', 'departmentId'])
export class YouthReview {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_youth_review' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_youth_review_youth' })
  @Column('uuid')
  youthId!: string;

  @ForeignKey(() => Department, { name: 'fk_youth_review_department' })
  @Column('uuid')
  departmentId!: string;

  /** First day the youth is in the review again. */
  @Column('date')
  returnOn!: CalendarDate;

  @Column('uuid')
  reviewedBy!: string;

  @Column('timestamptz')
  reviewedAt!: Date;
}
