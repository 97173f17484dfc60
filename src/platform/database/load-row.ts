import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { EntityClass, Scope } from './scope.js';
import { nameOf, type Statement } from './statement.js';

interface LoadText {
  readonly text: string;
  readonly name: string;
  /** Names of the parameters in the order of their places. */
  readonly places: readonly string[];
}

const ALIAS = 'e';
/** What has been built once for an entity: by its scope's condition and whether it locks. */
const built = new WeakMap<EntityMetadata, Map<string, LoadText>>();

/** Loads a row by its id, within the scope; `FOR UPDATE` when it is to be locked. */
export function loadStatement<E extends ObjectLiteral>(
  manager: EntityManager, entity: EntityClass<E>, id: string, scope: Scope | undefined, locked: boolean,
): Statement {
  const { sql, parameters } = scope?.(ALIAS) ?? { sql: 'TRUE', parameters: {} };
  const values: ObjectLiteral = { ...parameters, loadId: id };
  const build = (): string => {
    const query = manager.createQueryBuilder(entity, ALIAS).where(`${ALIAS}.id = :loadId`).andWhere(sql);
    return (locked ? query.setLock('pessimistic_write') : query).getQuery();
  };
  const { driver } = manager.dataSource;
  if (sql.includes(':...')) {
    const [text, placed] = driver.escapeQueryWithParameters(build(), values);
    return { text, values: placed as unknown[] };
  }
  const { text, name, places } = remembered(manager.dataSource.getMetadata(entity), `${locked} ${sql}`, () => {
    const namedAsTheyAre = Object.fromEntries(Object.keys(values).map((key) => [key, key]));
    const [escaped, keys] = driver.escapeQueryWithParameters(build(), namedAsTheyAre);
    return { text: escaped, name: nameOf(escaped), places: keys as string[] };
  });
  return { text, name, values: places.map((place) => values[place] as unknown) };
}

function remembered(metadata: EntityMetadata, key: string, build: () => LoadText): LoadText {
  const texts = built.get(metadata) ?? new Map<string, LoadText>();
  built.set(metadata, texts);
  const text = texts.get(key) ?? build();
  texts.set(key, text);
  return text;
}

/** The entity of a row that `loadStatement` gave. Entities here are columns and nothing else: no relations, no listeners. */
export function entityOf<E extends ObjectLiteral>(manager: EntityManager, entity: EntityClass<E>, row: ObjectLiteral): E {
  const { driver } = manager.dataSource;
  const metadata = manager.dataSource.getMetadata(entity);
  const made = metadata.create() as E;
  for (const column of metadata.columns) {
    const value: unknown = driver.prepareHydratedValue(row[`${ALIAS}_${column.databaseName}`], column);
    if (value !== undefined) column.setEntityValue(made, value);
  }
  return made;
}
