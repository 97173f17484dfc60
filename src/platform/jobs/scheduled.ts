import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Tx } from '../database/tx.js';

const SCHEDULED = 'overgang:scheduled';

export interface ScheduleOptions {
  /** Stable name: the row in `schedule_tick` carries it. */
  readonly name: string;
  readonly everySeconds: number;
}

export interface Schedule extends ScheduleOptions {
  readonly run: (tx: Tx) => Promise<void>;
}

type ScheduledMethod = <M extends (tx: Tx) => Promise<void>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<M>) => void;

/**
 * The method is run by the queue about so often, in one transaction, by one worker at a time.
 * It derives its work from the data as of `tx.now`, and a second run does nothing more.
 */
export function Scheduled(options: ScheduleOptions): ScheduledMethod {
  return (_target, _key, descriptor) => Reflect.defineMetadata(SCHEDULED, options, descriptor.value as object);
}

/** All schedules among the providers. */
@Injectable()
export class Schedules {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error when no schedule has the name */
  named(name: string): Schedule {
    const schedule = this.all().find((each) => each.name === name);
    if (schedule === undefined) throw new Error(`no schedule is named ${name}`);
    return schedule;
  }

  /** @throws Error when two schedules share a name */
  all(): Schedule[] {
    const found: Schedule[] = [];
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const method = (instance as Record<string, unknown>)[name];
        if (typeof method !== 'function') continue;
        const options = this.reflector.get<ScheduleOptions | undefined>(SCHEDULED, method);
        if (options !== undefined) found.push({ ...options, run: method.bind(instance) as Schedule['run'] });
      }
    }
    const names = new Set(found.map((schedule) => schedule.name));
    if (names.size !== found.length) throw new Error('two schedules share a name');
    return found;
  }
}
