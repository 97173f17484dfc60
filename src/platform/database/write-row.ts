import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import { nameOf, type Statement } from './statement.js';

/** A row's columns, in the order of the entity's, as they were when it was loaded or last written, in a form that compares. */
export type Snapshot = readonly unknown[];

/** The values of a row's columns as they are now, to tell later which have changed. */
export function snapshotOf(metadata: EntityMetadata, row: ObjectLiteral): Snapshot {
  return metadata.columns.map((column) => comparable(column.getEntityValue(row)));
}

/** Dates, bytes and JSON may be changed in place, so that they are kept as text. */
function comparable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Buffer.isBuffer(value) ? value.toString('base64') : JSON.stringify(value);
}

/** The change of a row's columns since the snapshot; null when there is none. */
export function updateStatement(manager: EntityManager, metadata: EntityMetadata, row: ObjectLiteral, before: Snapshot): Statement | null {
  const changed = metadata.columns.filter((column, i) => {
    const value: unknown = column.getEntityValue(row);
    return !column.isPrimary && value !== undefined && comparable(value) !== before[i];
  });
  if (changed.length === 0) return null;
  const columns = [...changed, ...metadata.primaryColumns];
  const places = columns.map((column, i) => `"${column.databaseName}" = $${i + 1}`);
  const text = `UPDATE "${metadata.tableName}" SET ${places.slice(0, changed.length).join(', ')} WHERE ${places.slice(changed.length).join(' AND ')}`;
  return { text, name: nameOf(text), values: columns.map((column) => manager.dataSource.driver.preparePersistentValue(column.getEntityValue(row), column) as unknown) };
}

/** New rows of one entity. A column that a row says nothing about gets its default. */
export function insertStatement(manager: EntityManager, metadata: EntityMetadata, rows: readonly ObjectLiteral[]): Statement {
  const { driver } = manager.dataSource;
  const values: unknown[] = [];
  const lines = rows.map((row) => metadata.columns.map((column) => {
    const value: unknown = column.getEntityValue(row);
    if (value === undefined) return 'DEFAULT';
    values.push(driver.preparePersistentValue(value, column));
    return `$${values.length}`;
  }));
  const columns = metadata.columns.map((column) => `"${column.databaseName}"`).join(', ');
  const text = `INSERT INTO "${metadata.tableName}" (${columns}) VALUES ${lines.map((line) => `(${line.join(', ')})`).join(', ')}`;
  return { text, name: nameOf(text), values };
}
