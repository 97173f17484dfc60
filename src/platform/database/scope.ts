import type { ObjectLiteral } from 'typeorm';

/** Limits a load to what the actor may see; written against the alias of the loaded entity. */
export type Scope = (alias: string) => { readonly sql: string; readonly parameters: ObjectLiteral };

export type EntityClass<E extends ObjectLiteral> = new (...args: never[]) => E;
