import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WaysThatWorkAgain1795500037300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE calendar_preference ADD left_channel varchar, ADD works_since timestamptz,
        ADD CONSTRAINT ck_calendar_preference_left CHECK (left_channel IN ('feed', 'caldav'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE calendar_preference DROP COLUMN left_channel, DROP COLUMN works_since');
  }
}
