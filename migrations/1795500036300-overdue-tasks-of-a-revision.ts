import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OverdueTasksOfARevision1795500036300 implements MigrationInterface {
  /** What was asked for since the deadline last changed stays asked for; of one that is open again, the old task no longer counts. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE task SET dedup_key = task.dedup_key || ':' || deadline.revision
      FROM deadline WHERE task.kind = 'deadline_overdue' AND task.dedup_key = 'deadline_overdue:' || deadline.id
        AND (task.done_at IS NULL OR task.created_at >= deadline.state_changed_at)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE task SET dedup_key = 'deadline_overdue:' || subject_id
      WHERE id IN (SELECT DISTINCT ON (subject_id) id FROM task WHERE kind = 'deadline_overdue' ORDER BY subject_id, created_at, id)
    `);
  }
}
