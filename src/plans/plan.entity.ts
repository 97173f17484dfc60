import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { newId } from '../platform/database/ids.js';
import { newReference } from '../platform/database/reference.js';
import { Youth } from '../youths/youth.entity.js';

/** The one plan of a youth; at most one is active. */
@Entity('plan')
@Unique('uq_plan_reference', ['reference'])
@Index('uq_plan_active', ['youthId'], { unique: true, where: '(ended_at IS NULL)' })
export class Plan {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_plan' })
  id!: string;

  @ForeignKey(() => Youth, { name: 'fk_plan_youth' })
  @Column('uuid')
  youthId!: string;

  @Column('varchar')
  kind!: 'one_plan';

  /** Neutral: names the plan's files. */
  @Column('varchar')
  reference!: string;

  /** Rises with each change of the goals. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** An empty plan in its first version, with a reference that tells nothing. */
  static begin(youthId: string, now: Date): Plan {
    const times = { createdAt: now, updatedAt: now, endedAt: null };
    return Object.assign(new Plan(), { id: newId(), youthId, kind: 'one_plan', reference: newReference(), version: 1, ...times });
  }

  /** Another version, so that whoever saw the one before is told. */
  touch(now: Date): void {
    this.version += 1;
    this.updatedAt = now;
  }
}
