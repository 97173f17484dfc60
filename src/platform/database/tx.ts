import type { EntityManager, EntityMetadata, ObjectLiteral, QueryRunner } from 'typeorm';
import type { AuditAction, AuditSubject } from '../audit/audit-entry.js';
import type { AuditRecord } from '../audit/audit-writer.js';
import type { CalendarDate } from '../clock/calendar-date.js';
import { dateAt } from '../clock/zone.js';
import { notFound } from '../errors/domain-error.js';
import type { EnqueueOptions, MessagePayload, OutboxMessageType } from '../outbox/message.js';
import type { Actor } from './actor.js';
import { isId, newId } from './ids.js';
import { entityOf, loadStatement } from './load-row.js';
import type { EntityClass, Scope } from './scope.js';
import type { Statement } from './statement.js';
import { insertStatement, type Snapshot, snapshotOf, updateStatement } from './write-row.js';

/** What reading needs of a transaction. */
export type Reader = Pick<Tx, 'actor' | 'now' | 'today' | 'query'>;

export interface EnqueuedMessage {
  readonly id: string;
  readonly kind: string;
  readonly payload: MessagePayload;
  readonly options: EnqueueOptions;
}

/** What the driver's own client offers and TypeORM hides: named (prepared) statements. */
export interface StatementRunner {
  query(statement: Statement | string): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/**
 * The one road to the database: manager, actor, time, audit and outbox of one transaction.
 * Audit and outbox rows are collected here and written just before COMMIT.
 */
export class Tx {
  readonly audited: AuditRecord[] = [];
  readonly enqueued: EnqueuedMessage[] = [];
  readonly today: CalendarDate;
  private readonly seen = new Map<ObjectLiteral, Snapshot>();

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

  /** The same transaction as another person sees it: for counting what that person's own pages would show. */
  through(actor: Actor): Reader {
    const { now, today } = this;
    return { actor, now, today, query: (sql, params, name) => this.query(sql, params, name) };
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

  /** Writes what has changed of a row that this transaction has loaded or written; any other is looked up, then written. */
  async save<E extends ObjectLiteral>(row: E): Promise<E> {
    const before = this.seen.get(row);
    if (before === undefined) await this.manager.save(row, { transaction: false, reload: false });
    else await this.update(row, before);
    this.see(row);
    return row;
  }

  /** Writes new rows of one entity: no look-up before. */
  async insert<E extends ObjectLiteral>(...rows: readonly E[]): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    await this.client.query(insertStatement(this.manager, this.metadataOf(first), rows));
    for (const row of rows) this.see(row);
  }

  /** Notes what is done, and on what ground; written with the work, or neither is. */
  audit(action: AuditAction, subject: AuditSubject): void {
    this.audited.push({ action, subject, outcome: 'done' });
  }

  /** Has a message handled after the commit; without a commit there is none. */
  enqueue<P extends MessagePayload>(message: OutboxMessageType<P>, payload: P, options: EnqueueOptions = {}): void {
    this.enqueued.push({ id: newId(), kind: message.kind, payload, options });
  }

  private async load<E extends ObjectLiteral>(entity: EntityClass<E>, id: string, scope: Scope | undefined, locked: boolean): Promise<E> {
    if (!isId(id)) throw notFound();
    const { rows: [found] } = await this.client.query(loadStatement(this.manager, entity, id, scope, locked));
    if (found === undefined) throw notFound({ type: entity.name, id });
    const row = entityOf(this.manager, entity, found as ObjectLiteral);
    this.see(row);
    return row;
  }

  private async update(row: ObjectLiteral, before: Snapshot): Promise<void> {
    const statement = updateStatement(this.manager, this.metadataOf(row), row, before);
    if (statement === null) return;
    const { rowCount } = await this.client.query(statement);
    if (rowCount !== 1) throw new Error(`a row of ${this.metadataOf(row).tableName} is gone`);
  }

  private see(row: ObjectLiteral): void {
    this.seen.set(row, snapshotOf(this.metadataOf(row), row));
  }

  private metadataOf(row: ObjectLiteral): EntityMetadata {
    return this.manager.dataSource.getMetadata(row.constructor);
  }
}
