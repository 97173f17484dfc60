import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { MilestoneKind } from '../rules/milestone-kinds.js';
import type { Confidence, ResponsibleRole, RuleKind, RuleMode, RuleVersion } from '../rules/rule-version.js';

/** The part of a rule version that only the computation reads. */
export type RuleDefinition = Pick<RuleVersion, 'trigger' | 'targetGroups' | 'metBy' | 'tick' | 'earliest' | 'grace'>;

/** One version of a rule with its dates in force. */
@Entity('deadline_rule')
@Unique('uq_deadline_rule_version', ['code', 'inForceFrom'])
@Check('ck_deadline_rule_kind', "kind IN ('law', 'guide', 'local', 'proposal')")
@Check('ck_deadline_rule_mode', "mode IN ('drives', 'shows', 'off', 'standing')")
@Check('ck_deadline_rule_confidence', "confidence IN ('high', 'medium', 'low')")
export class DeadlineRule {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_deadline_rule' })
  id!: string;

  @Column('varchar')
  code!: string;

  @Column('varchar')
  title!: string;

  @Column('varchar')
  kind!: RuleKind;

  @Column('jsonb')
  definition!: RuleDefinition;

  @Column('varchar')
  mode!: RuleMode;

  /** What the tick "klaret i fagsystem" records. */
  @Column('varchar', { nullable: true })
  milestoneKind!: MilestoneKind | null;

  @Column('varchar')
  responsibleRole!: ResponsibleRole;

  @Column('varchar', { nullable: true })
  act!: string | null;

  @Column('varchar', { nullable: true })
  section!: string | null;

  @Column('varchar')
  source!: string;

  @Column('date', { nullable: true })
  inForceFrom!: CalendarDate | null;

  @Column('date', { nullable: true })
  inForceTo!: CalendarDate | null;

  /** When somebody last checked it against its source; null is shown as "ikke bekræftet". */
  @Column('date', { nullable: true })
  verifiedOn!: CalendarDate | null;

  @Column('varchar')
  confidence!: Confidence;
}
