import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Youth } from '../youth.entity.js';

/** Forældremyndighedsindehaver. A youth has two at most; each consents and is invited for himself. */
@Entity('custody_holder')
@Check('ck_custody_holder_place', 'place IN (1, 2)')
@Index('uq_custody_holder_place', ['youthId', 'place'], { unique: true, where: 'removed_at IS NULL' })
export class CustodyHolder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_custody_holder' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_custody_holder_youth' })
  @Column('uuid')
  youthId!: string;

  @Column('integer')
  place!: 1 | 2;

  @Column('varchar')
  name!: string;

  @Column('varchar')
  relation!: string;

  @Column('varchar', { nullable: true })
  phone!: string | null;

  @Column('varchar', { nullable: true })
  email!: string | null;

  @Column('boolean')
  livesWithYouth!: boolean;

  /** Whether this holder is invited to the meetings. */
  @Column('boolean')
  invite!: boolean;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;
}

/** The place a new holder takes, or null when both are taken. */
export function freePlace(taken: readonly number[]): 1 | 2 | null {
  if (!taken.includes(1)) return 1;
  return taken.includes(2) ? null : 2;
}
