import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MovesOfDays1795500037400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE meeting_day_move (
        meeting_day_id uuid CONSTRAINT pk_meeting_day_move PRIMARY KEY CONSTRAINT fk_meeting_day_move_day REFERENCES meeting_day (id),
        moved_by uuid NOT NULL CONSTRAINT fk_meeting_day_move_by REFERENCES staff_member (id),
        moved_at timestamptz NOT NULL,
        date date NOT NULL,
        starts_at timestamptz NOT NULL,
        closes_on date NOT NULL,
        room_id uuid CONSTRAINT fk_meeting_day_move_room REFERENCES room (id),
        reason varchar,
        settled_by_hand boolean NOT NULL,
        answers jsonb NOT NULL,
        unplaced integer NOT NULL,
        stamp varchar NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE meeting_day_move');
  }
}
