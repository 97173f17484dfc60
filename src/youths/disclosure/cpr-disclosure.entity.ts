import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Youth } from '../youth.entity.js';

/** Somebody was shown a youth's whole CPR number, and what for. */
@Entity('cpr_disclosure')
@Index('ix_cpr_disclosure_youth', ['youthId', 'at'])
export class CprDisclosure {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_cpr_disclosure' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_cpr_disclosure_youth' })
  @Column('uuid')
  youthId!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_cpr_disclosure_staff' })
  @Column('uuid')
  staffId!: string;

  @Column('varchar')
  purpose!: string;

  @Column('timestamptz')
  at!: Date;
}
