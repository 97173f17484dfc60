import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The week's summary is a mail of the ledger, counted when it goes out. */
export class MondayLine1795500021300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM outbox_message WHERE kind = 'deadlines.weekly_summary_ready';
      DELETE FROM schedule_tick WHERE name = 'deadlines.weekly-summary';
      DROP TABLE weekly_summary;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE weekly_summary (
        staff_id uuid CONSTRAINT fk_weekly_summary_staff REFERENCES staff_member (id),
        week_starts_on date NOT NULL,
        figures jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_weekly_summary PRIMARY KEY (staff_id, week_starts_on)
      );
    `);
  }
}
