import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TasksOfWhatIsOver1795500037500 implements MigrationInterface {
  /** Only the system closes these kinds from now on; those whose thing was over before are closed here. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE task SET done_at = now() WHERE done_at IS NULL AND (
        (kind IN ('standing_member_busy', 'standing_member_declined') AND EXISTS (SELECT 1 FROM meeting_day day WHERE day.id = task.subject_id AND day.state IN ('held', 'cancelled')))
        OR (kind = 'participant_declined' AND EXISTS (SELECT 1 FROM booking item WHERE item.id = task.subject_id AND item.state <> 'booked'))
        OR (kind = 'conclusion_missing' AND EXISTS (SELECT 1 FROM booking item WHERE item.id = task.subject_id
          AND (item.state IN ('cancelled', 'concluded') OR (item.state = 'booked' AND item.ends_at > now()))))
        OR (kind = 'referral_unplaced' AND EXISTS (SELECT 1 FROM referral WHERE referral.id = task.subject_id AND referral.state <> 'accepted')))
    `);
  }

  async down(): Promise<void> {
    // A task of what is over stays closed.
  }
}
