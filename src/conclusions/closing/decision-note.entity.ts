import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { Conclusion } from './conclusion.entity.js';

/**
 * A beslutning: what a meeting concluded. It is no afgørelse; when a unit has made one, its date, unit and reference in the
 * specialist system can be noted.
 */
@Entity('decision_note')
@Index('ix_decision_note_conclusion', ['conclusionId'])
export class DecisionNote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_decision_note' })
  id!: string;

  @ForeignKey(() => Conclusion, { name: 'fk_decision_note_conclusion' })
  @Column('uuid')
  conclusionId!: string;

  @Column('integer')
  position!: number;

  @Column('varchar')
  text!: string;

  @Column('varchar', { nullable: true })
  area!: string | null;

  @Column('date', { nullable: true })
  formalDecisionOn!: CalendarDate | null;

  @Column('varchar', { nullable: true })
  formalDecisionUnit!: string | null;

  @Column('varchar', { nullable: true })
  formalDecisionReference!: string | null;
}
