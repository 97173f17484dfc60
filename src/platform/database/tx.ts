import type { EntityManager, ObjectLiteral, QueryRunner } from 'typeorm';
import type { AuditAction, AuditSubject } from '../audit/audit-entry.js';
import type { AuditRecord } from '../audit/audit-writer.js';
import type { CalendarDate } from '../clock/calendar-date.js';
import { dateAt } from '../clock/zone.js';
import { notFound } from '../errors/domain-error.js';
import type { EnqueueOptions, MessagePayload, OutboxMessageType } from '../outbox/message.js';
import type { Actor } from './actor.js';
import { isId, newId } from './ids.js';

/** Limits a load to what the actor may see; written against the alias of the loaded entity. */
export type Scope = (alias: string) => { readonly sql: string; readonly parameters: ObjectLiteral };

export type EntityClass<E extends ObjectLiteral> = new (...args: never[]) => E;

export interface EnqueuedMessage {
  readonly id: string;
  readonly kind: string;
  readonly payload: MessagePayload;
  readonly options: EnqueueOptions;
}

/** What the driver's own client offers and TypeORM hides: named (prepared) statements. */
export interface StatementRunner {
  query(statement: { text: string; values: unknown[]; name?: string }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/**
 * The one road to the database: manager, actor, time, audit and outbox of one transaction.
 * Audit and outbox rows are collected here and written just before COMMIT.
 */
export class Tx {
  readonly audited: AuditRecord[] = [];
  readonly enqueued: EnqueuedMessage[] = [];
  readonly today: CalendarDate;

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: StatementRunner,
    readonly actor: Actor,
    /** The database's now(), or the moved clock of a seed or a test. */
    readonly now: Date,
  ) {
    this.today = dateAt(now);
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Runs SQL; with a name it is a prepared statement of the connection (a name always means the same SQL). */
  async query<R = Record<string, unknown>>(sql: string, params: unknown[] = [], name?: string): Promise<R[]> {
    const result = await this.client.query(name === undefined ? { text: sql, values: params } : { text: sql, values: params, name });
    return result.rows as R[];
  }

  /** How many rows a statement changed. */
  async execute(sql: string, params: unknown[] = []): Promise<number> {
    return (await this.client.query({ text: sql, values: params })).rowCount ?? 0;
  }

  /** @throws DomainError not_found when the row is missing or outside the scope */
  async find<E extends ObjectLiteral>(entity: EntityClass<E>, id: string, scope?: Scope): Promise<E> {
    return this.load(entity, id, scope, false);
  }

  /** As `find`, and keeps the row locked until the transaction ends. */
  async lock<E extends ObjectLiteral>(entity: EntityClass<E>, id: string, scope?: Scope): Promise<E> {
    return this.load(entity, id, scope, true);
  }

  async save<E extends ObjectLiteral>(row: E): Promise<E> {
    return this.manager.save(row, { transaction: false, reload: false });
  }

  audit(action: AuditAction, subject: AuditSubject): void {
    this.audited.push({ action, subject, outcome: 'done' });
  }

  enqueue<P extends MessagePayload>(message: OutboxMessageType<P>, payload: P, options: EnqueueOptions = {}): void {
    this.enqueued.push({ id: newId(), kind: message.kind, payload, options });
  }

  private async load<E extends ObjectLiteral>(entity: EntityClass<E>, id: string, scope: Scope | undefined, locked: boolean): Promise<E> {
    if (!isId(id)) throw notFound();
    const query = this.manager.createQueryBuilder(entity, 'e').where('e.id = :loadId', { loadId: id });
    if (scope !== undefined) {
      const { sql, parameters } = scope('e');
      query.andWhere(sql, parameters);
    }
    if (locked) query.setLock('pessimistic_write');
    const row = await query.getOne();
    if (row === null) throw notFound({ type: entity.name, id });
    return row;
  }
}
