import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';

const RECONNECT_MS = 1_000;
/** A line that does not answer is left after so long: the worker starts and goes without it. */
const ANSWER_MS = 5_000;
const GOODBYE_MS = 1_000;

/** Hears each commit that left a message. Only a wake-up: the relay also looks by itself. */
@Injectable()
export class OutboxListener {
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /** Wakes the caller at each commit with a message, and once at the start; never throws, and connects again by itself. */
  async listen(wake: () => void): Promise<void> {
    if (this.stopped) return;
    const client = new pg.Client({
      connectionString: this.config.DATABASE_URL, keepAlive: true, connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS, application_name: 'overgang-listener',
    });
    this.client = client;
    client.on('notification', wake);
    client.on('error', () => this.reconnect(client, wake));
    try {
      await client.connect();
      await client.query('LISTEN outbox');
      wake();
    } catch (error) {
      if (!this.stopped) this.logger.fault('outbox listener cannot connect', error);
      this.reconnect(client, wake);
    }
  }

  /** Ends the line, waiting a second at most. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.client !== null) await Promise.race([this.client.end().catch(() => undefined), pause(GOODBYE_MS, undefined, { ref: false })]);
  }

  /** A connection that is lost may say so more than once; only the first counts. */
  private reconnect(lost: pg.Client, wake: () => void): void {
    if (this.stopped || this.client !== lost) return;
    this.client = null;
    void lost.end().catch(() => undefined);
    setTimeout(() => void this.listen(wake), RECONNECT_MS).unref();
  }
}
