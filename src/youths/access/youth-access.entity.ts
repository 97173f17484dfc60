import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Department } from '../../departments/units/department.entity.js';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Youth } from '../youth.entity.js';
import type { AccessGround, AccessRole, AccessScope } from './access-grounds.js';

/** One reason why a person, a department or a role may see a youth, and for how long. Rows are ended, never deleted. */
@Entity('youth_access')
@Unique('uq_youth_access_source', ['youthId', 'staffId', 'departmentId', 'role', 'ground', 'sourceId'])
@Check('ck_youth_access_scope', "scope IN ('card', 'full')")
@Check('ck_youth_access_role', "role IN ('meeting_secretary', 'chair')")
@Check('ck_youth_access_holder', 'num_nonnulls(staff_id, department_id, role) = 1')
@Index('ix_youth_access_staff', ['staffId', 'youthId'])
@Index('ix_youth_access_department', ['departmentId', 'youthId'])
@Index('ix_youth_access_role', ['role', 'youthId'], { where: 'role IS NOT NULL' })
export class YouthAccess {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_youth_access' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_youth_access_youth' })
  @Column('uuid')
  youthId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_youth_access_staff' })
  @Column('uuid', { nullable: true })
  staffId!: string | null;

  @ForeignKey(() => Department, { name: 'fk_youth_access_department' })
  @Column('uuid', { nullable: true })
  departmentId!: string | null;

  @Column('varchar', { nullable: true })
  role!: AccessRole | null;

  @Column('varchar')
  scope!: AccessScope;

  @Column('varchar')
  ground!: AccessGround;

  @Column('uuid')
  sourceId!: string;

  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz', { nullable: true })
  untilAt!: Date | null;
}
