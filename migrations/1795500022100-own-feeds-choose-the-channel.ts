import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OwnFeedsChooseTheChannel1795500022100 implements MigrationInterface {
  /** Whoever subscribes to their own calendar gets their meetings there and not by mail too. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO calendar_preference (staff_id, channel, changed_at)
      SELECT DISTINCT owner_id, 'feed', now() FROM feed WHERE scope = 'mine' AND revoked_at IS NULL AND expires_at > now()
      ON CONFLICT DO NOTHING
    `);
  }

  async down(): Promise<void> {
    // A choice that a person may have made since is not taken back.
  }
}
