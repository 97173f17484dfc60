import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { type BackgroundPart, brokenParts } from './broken-parts.js';
import { MailState } from './mail-state.js';
import { PendingMigrations } from './pending-migrations.js';
import { QueueStateReader } from './queue-state.js';

export interface Readiness {
  /** `degraded`: pages answer and everything is kept, but something in the background does not work. */
  readonly status: 'ok' | 'degraded' | 'unavailable';
  readonly broken: ReadonlyArray<BackgroundPart | 'database' | 'database_pool' | 'migrations'>;
}

/** Can this process work, and does the work in the background get done? */
@Injectable()
export class ReadinessReader {
  constructor(
    private readonly db: Database,
    private readonly migrations: PendingMigrations,
    private readonly queue: QueueStateReader,
    private readonly mail: MailState,
    private readonly config: Config,
  ) {}

  /** Never throws: what cannot be asked is broken. */
  async read(): Promise<Readiness> {
    try {
      if ((await this.migrations.names()).length > 0) return { status: 'unavailable', broken: ['migrations'] };
      const broken = brokenParts(await this.queue.read(), await this.mail.waitingSeconds(), this.config.timing);
      return { status: broken.length === 0 ? 'ok' : 'degraded', broken };
    } catch {
      return { status: 'unavailable', broken: [this.db.pool().used ? 'database_pool' : 'database'] };
    }
  }
}
