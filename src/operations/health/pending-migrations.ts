import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { migrationClasses } from '../../platform/database/migrate.js';

/** Does the database have the schema that this build was made for? */
@Injectable()
export class PendingMigrations {
  private expected: Promise<string[]> | null = null;

  constructor(private readonly db: Database) {}

  /** Names of migrations that this build brings and the database has not had. One that it has had is never unlearned: a newer build may be starting. */
  async names(): Promise<string[]> {
    this.expected ??= migrationClasses().then((classes) => classes.map((each) => each.name));
    const expected = await this.expected;
    const rows = await this.db.statement<{ name: string }>(
      'migrations-pending', 'SELECT unnest AS name FROM unnest($1::varchar[]) WHERE unnest NOT IN (SELECT name FROM migrations)', [expected],
    );
    return rows.map((row) => row.name);
  }
}
