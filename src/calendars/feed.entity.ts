import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { StaffMember } from '../departments/staff/staff-member.entity.js';

export const FEED_SCOPES = ['mine', 'department', 'series'] as const;
export type FeedScope = (typeof FEED_SCOPES)[number];

/** One subscription: one person, one device. Its token is with the subscriber; only the hash is here. */
@Entity('feed')
@Unique('uq_feed_token', ['tokenHash'])
@Check('ck_feed_scope', "scope IN ('mine', 'department', 'series')")
@Check('ck_feed_scope_id', "(scope = 'mine') = (scope_id IS NULL)")
@Index('ix_feed_owner', ['ownerId'])
export class Feed {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_feed' })
  id!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @ForeignKey(() => StaffMember, { name: 'fk_feed_owner' })
  @Column('uuid')
  ownerId!: string;

  @Column('varchar')
  scope!: FeedScope;

  /** The department or the series; null for one's own. */
  @Column('uuid', { nullable: true })
  scopeId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  /** Noted at most once an hour. */
  @Column('timestamptz', { nullable: true })
  lastFetchedAt!: Date | null;

  /** What fetched it last, as it names itself. */
  @Column('varchar', { nullable: true })
  lastAgent!: string | null;
}
