import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { Youth } from '../youth.entity.js';

/** For so long (milliseconds) its author may raise a referral on a look-up. */
const LOOKUP_VALID_MS = 24 * 3_600_000;

/** Somebody asked by CPR number whether a youth is known here. The number itself is not kept. */
@Entity('youth_lookup')
@Index('ix_youth_lookup_staff', ['staffId', 'at'])
export class YouthLookup {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_youth_lookup' })
  id!: string;

  @ForeignKey(() => StaffMember, { name: 'fk_youth_lookup_staff' })
  @Column('uuid')
  staffId!: string;

  /** null: nobody with that number is known here. */
  @ForeignKey(() => Youth, { name: 'fk_youth_lookup_youth' })
  @Column('uuid', { nullable: true })
  youthId!: string | null;

  @Column('varchar')
  purpose!: string;

  @Column('timestamptz')
  at!: Date;

  /** A purpose that was stated counts for 24 hours. */
  isValidAt(now: Date): boolean {
    return now.getTime() - this.at.getTime() < LOOKUP_VALID_MS;
  }
}
