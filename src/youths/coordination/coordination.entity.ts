import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Youth } from '../youth.entity.js';

/** Who was the youth's coordinating caseworker, and when. The row without an end is the present one; there is one at most. */
@Entity('coordination')
@Check('ck_coordination_period', 'until_at IS NULL OR until_at >= from_at')
@Index('uq_coordination_current', ['youthId'], { unique: true, where: 'until_at IS NULL' })
@Index('ix_coordination_staff', ['staffId'], { where: 'until_at IS NULL' })
export class Coordination {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_coordination' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_coordination_youth' })
  @Column('uuid')
  youthId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_coordination_staff' })
  @Column('uuid')
  staffId!: string;

  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz', { nullable: true })
  untilAt!: Date | null;
}
