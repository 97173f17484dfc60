import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError } from '../config/config.js';
import { DomainError } from '../errors/domain-error.js';
import { StartRefused } from '../errors/start-refused.js';
import type { Logger } from '../logging/logger.js';
import { fromPostgres, isSqlState } from './postgres-errors.js';

/** A process that starts waits so long in all for a database that is starting, full or slow. */
export const START_PATIENCE_MS = 30_000;
const PAUSE_MS = 500;

/** What no waiting mends, by the server's SQLSTATE or the system's code. */
const WRONG: Readonly<Record<string, string>> = {
  '28P01': 'serveren afviser brugernavn eller adgangskode. Ret DATABASE_URL',
  '28000': 'serveren afviser brugeren. Ret DATABASE_URL',
  '3D000': 'serveren har ingen database af det navn. Ret DATABASE_URL',
  ENOTFOUND: 'der er ingen server af det navn. Ret DATABASE_URL',
  '22023': 'rollen overgang_app mangler. Kør migrationerne',
};

/** The database did not let a starting process in for as long as it waits. */
export class DatabaseAway extends StartRefused {}

/** What a process needs of the database before it can begin: asked again while the database is only busy. */
export class PatientStart {
  private readonly until: number;
  private told = false;

  /** @param patienceMs for all that is asked together, from now on */
  constructor(
    private readonly logger: Pick<Logger, 'warning'>,
    private readonly patienceMs: number,
  ) {
    this.until = Date.now() + patienceMs;
  }

  /**
   * The result of the work, which is done again while there is no connection.
   * @throws ConfigError at once when the setting is wrong
   * @throws DatabaseAway when the patience is over
   */
  async wait<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        refuseWrong(error);
        if (!isPassing(error)) throw error;
        if (Date.now() + PAUSE_MS > this.until) throw this.away(error);
        this.tell();
        await pause(PAUSE_MS);
      }
    }
  }

  private tell(): void {
    if (!this.told) this.logger.warning('the database gives no connection yet; waiting for it', { seconds: this.patienceMs / 1_000 });
    this.told = true;
  }

  private away(cause: unknown): DatabaseAway {
    return new DatabaseAway(`Databasen gav ingen forbindelse i ${this.patienceMs / 1_000} sekunder. Kører den, og er adressen i DATABASE_URL rigtig?`, { cause });
  }
}

function refuseWrong(error: unknown): void {
  const found = Object.entries(WRONG).find(([code]) => isSqlState(error, code));
  if (found !== undefined) throw new ConfigError(`Databasen kan ikke bruges: ${found[1]}.`);
}

function isPassing(error: unknown): boolean {
  const meaning = fromPostgres(error);
  return meaning instanceof DomainError && meaning.kind === 'unavailable';
}
