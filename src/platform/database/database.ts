import type { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { AuditWriter } from '../audit/audit-writer.js';
import { Clock } from '../clock/clock.js';
import { DomainError, unavailable } from '../errors/domain-error.js';
import { faultPoint } from '../faults/fault-points.js';
import { writeMessages } from '../outbox/write-messages.js';
import type { Actor } from './actor.js';
import { begin } from './begin.js';
import { type PoolState, poolState } from './pool-state.js';
import { answersCommit, fromPostgres, isSqlState, isTransient } from './postgres-errors.js';
import { breakOff, isSilence } from './silent-line.js';
import { type StatementRunner, Tx } from './tx.js';
import { untilLost } from './until-lost.js';

const TRIES = 4;
/** The server has ended a session that sat in an open transaction for too long. */
const LEFT_OPEN = '25P03';
const NO_SUBJECT = { type: 'request', id: null };

/** Opens transactions. Everything that reads or writes goes through here, with an actor. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private toldOfLeftOpen: (actor: Actor) => void = () => undefined;

  constructor(
    private readonly source: DataSource,
    private readonly auditWriter: AuditWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs the work in one transaction with its audit and outbox rows; all of it or nothing.
   * Work that met another transaction (deadlock, lock timeout) is tried again up to three times with jitter.
   * A refusal is rolled back, then noted as `denied` in a transaction of its own.
   * @throws DomainError
   */
  async transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(actor, work);
      } catch (error) {
        if (isTransient(error) && attempt < TRIES) {
          await pause(Math.random() * 40 * attempt);
          continue;
        }
        if (error instanceof DomainError && (error.kind === 'not_found' || error.kind === 'forbidden')) await this.noteDenied(actor, error, error.subject ?? NO_SUBJECT);
        throw fromPostgres(error);
      }
    }
  }

  /** One statement outside any transaction, for session checks, feeds' 304 and health; not for case data. */
  async statement<R>(name: string, sql: string, params: unknown[] = []): Promise<R[]> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as StatementRunner;
      return (await client.query({ name, text: sql, values: params })).rows as R[];
    } catch (error) {
      if (isSilence(error)) await breakOff(runner);
      throw fromPostgres(error);
    } finally {
      await runner.release();
    }
  }

  /** Writes that an action was refused; failing to write it fails the request. */
  async noteDenied(actor: Actor, refusal: DomainError, subject: { type: string; id: string | null } = NO_SUBJECT): Promise<void> {
    const record = { action: 'access.denied' as const, subject: { ...subject, detail: { code: refusal.code } }, outcome: 'denied' as const };
    try {
      await this.attempt(actor, async (tx) => {
        tx.audited.push(record);
      });
    } catch {
      throw auditUnavailable();
    }
  }

  /** Calls back when the server ended a transaction because its handler left it open, with whose it was. */
  whenLeftOpen(told: (actor: Actor) => void): void {
    this.toldOfLeftOpen = told;
  }

  /** How the connections of this process are used. */
  pool(): PoolState {
    return poolState(this.source);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async attempt<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as StatementRunner & EventEmitter;
      const tx = new Tx(runner, client, actor, await begin(runner, client, this.clock.movedTo()));
      const result = await untilLost(client, this.written(tx, work));
      await commit(runner, actionsOf(tx));
      return result;
    } catch (error) {
      if (isSqlState(error, LEFT_OPEN)) this.toldOfLeftOpen(actor);
      await rollback(runner, error);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** The work with its messages and its trail: all but the commit. */
  private async written<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await work(tx);
    await this.writeTrail(tx);
    await faultPoint('transaction.before-commit', actionsOf(tx));
    return result;
  }

  private async writeTrail(tx: Tx): Promise<void> {
    const run = (sql: string, params: unknown[], name?: string): Promise<unknown> => tx.query(sql, params, name);
    await writeMessages(tx);
    try {
      await this.auditWriter.write(run, tx.actor, tx.now, tx.audited);
    } catch (error) {
      throw isTransient(error) || isSilence(error) ? error : auditUnavailable();
    }
  }
}

function actionsOf(tx: Tx): string[] {
  return tx.audited.map((record) => record.action);
}

/** @throws DomainError unavailable `outcome_unknown` when the line broke before the answer: it may be saved or not */
async function commit(runner: QueryRunner, actions: readonly string[]): Promise<void> {
  try {
    await runner.commitTransaction();
    await faultPoint('transaction.committed', actions);
  } catch (error) {
    if (answersCommit(error)) throw error;
    if (isSilence(error)) await breakOff(runner);
    throw unavailable('outcome_unknown', 'Forbindelsen brød af, mens vi gemte. Det er måske gemt. Hent siden igen, og se efter, før du prøver igen.');
  }
}

/** No log, no page: what cannot be noted is neither done nor shown. */
function auditUnavailable(): DomainError {
  return unavailable('audit_unavailable', 'Systemet kan ikke skrive log lige nu og viser derfor intet. Prøv igen om lidt.');
}

async function rollback(runner: QueryRunner, cause: unknown): Promise<void> {
  if (isSilence(cause)) return breakOff(runner);
  try {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
  } catch {
    // The connection is gone and the server has rolled back by itself.
  }
}
