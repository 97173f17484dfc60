import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnswersToDays1795500036210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE meeting_day_answer (
        meeting_day_id uuid NOT NULL CONSTRAINT fk_meeting_day_answer_day REFERENCES meeting_day (id),
        staff_id uuid NOT NULL CONSTRAINT fk_meeting_day_answer_staff REFERENCES staff_member (id),
        answer varchar NOT NULL CONSTRAINT ck_meeting_day_answer_answer CHECK (answer IN ('accepted', 'declined', 'tentative')),
        answered_at timestamptz NOT NULL,
        CONSTRAINT pk_meeting_day_answer PRIMARY KEY (meeting_day_id, staff_id)
      );
      INSERT INTO meeting_day_answer (meeting_day_id, staff_id, answer, answered_at)
        SELECT subject_id, split_part(dedup_key, ':', 4)::uuid, 'declined', max(created_at) FROM task
        WHERE kind = 'standing_member_busy' AND done_at IS NULL AND split_part(dedup_key, ':', 3) = 'declined' GROUP BY 1, 2;
      UPDATE task SET kind = 'standing_member_declined' WHERE kind = 'standing_member_busy' AND split_part(dedup_key, ':', 3) = 'declined';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE task SET kind = 'standing_member_busy' WHERE kind = 'standing_member_declined';
      DROP TABLE meeting_day_answer;
    `);
  }
}
