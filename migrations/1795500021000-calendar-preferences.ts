import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CalendarPreferences1795500021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_preference (
        staff_id uuid CONSTRAINT pk_calendar_preference PRIMARY KEY CONSTRAINT fk_calendar_preference_staff REFERENCES staff_member (id),
        channel varchar NOT NULL CONSTRAINT ck_calendar_preference_channel CHECK (channel IN ('mail', 'feed', 'caldav')),
        changed_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_preference');
  }
}
