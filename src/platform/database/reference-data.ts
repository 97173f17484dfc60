import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { systemActor } from './actor.js';
import { Database } from './database.js';
import type { Tx } from './tx.js';

const LOADS = 'overgang:loads-reference-data';
/** Two processes that start at once load one after the other. */
const LOAD_LOCK = 4_120_003;

type LoaderMethod = (target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<(tx: Tx) => Promise<void>>) => void;

/** The method brings dated data (rules, types, kinds) that ship with the code into the database; it may run at every start. */
export function LoadsReferenceData(): LoaderMethod {
  return (_target, _key, descriptor) => Reflect.defineMetadata(LOADS, true, descriptor.value as object);
}

/** Runs every loader once, in one transaction. */
@Injectable()
export class ReferenceData {
  constructor(
    private readonly db: Database,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws whatever a loader throws: then nothing is loaded */
  async load(): Promise<void> {
    await this.db.transaction(systemActor(), async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOAD_LOCK]);
      for (const loader of this.loaders()) await loader(tx);
    });
  }

  private loaders(): Array<(tx: Tx) => Promise<void>> {
    const found: Array<(tx: Tx) => Promise<void>> = [];
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const method = (instance as Record<string, unknown>)[name];
        if (typeof method !== 'function' || this.reflector.get(LOADS, method) !== true) continue;
        found.push(method.bind(instance) as (tx: Tx) => Promise<void>);
      }
    }
    return found;
  }
}
