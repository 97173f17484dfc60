import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { newId } from '../platform/database/ids.js';
import type { GoalState, GoalTopic } from './plan-codes.js';
import { Plan } from './plan.entity.js';

/** What a person writes about a goal. What is left out stays as it is. */
export interface GoalText {
  readonly topic?: GoalTopic | undefined;
  readonly title?: string | undefined;
  readonly ownWords?: string | null | undefined;
  readonly state?: GoalState | undefined;
}

/** What the youth wants, as far as possible in the youth's own words. A goal is never deleted: it is reached or dropped. */
@Entity('goal')
@Check('ck_goal_topic', "topic IN ('support', 'education', 'work_income', 'housing', 'social_life', 'other')")
@Check('ck_goal_state', "state IN ('open', 'reached', 'dropped')")
@Index('ix_goal_plan', ['planId', 'position'])
export class Goal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_goal' })
  id!: string;

  @ForeignKey(() => Plan, { name: 'fk_goal_plan' })
  @Column('uuid')
  planId!: string;

  @Column('integer')
  position!: number;

  @Column('varchar')
  topic!: GoalTopic;

  @Column('varchar')
  title!: string;

  @Column('varchar', { nullable: true })
  ownWords!: string | null;

  @Column('varchar')
  state!: GoalState;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  /** A new open goal at a place of the plan, from 0. */
  static set(planId: string, position: number, text: GoalText & { topic: GoalTopic; title: string }, now: Date): Goal {
    const goal = Object.assign(new Goal(), { id: newId(), planId, position, state: 'open', ownWords: null, createdAt: now });
    goal.rewrite(text, now);
    return goal;
  }

  /** Takes over what is said; what is not said stays. */
  rewrite(text: GoalText, now: Date): void {
    this.topic = text.topic ?? this.topic;
    this.title = text.title ?? this.title;
    this.ownWords = text.ownWords === undefined ? this.ownWords : text.ownWords?.trim() || null;
    this.state = text.state ?? this.state;
    this.updatedAt = now;
  }

  /** @param position in the plan, from 0 */
  placeAt(position: number): void {
    this.position = position;
  }
}
