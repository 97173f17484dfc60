import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Tx } from '../database/tx.js';
import type { MessagePayload, OutboxMessageType } from './message.js';

const HANDLES = 'overgang:handles';
const HANDLES_EFFECT = 'overgang:handles-effect';

export interface EffectContext {
  readonly messageId: string;
  /** Rises with every claim, and when the message is given back; a slower worker with an older fence may not mark the message done. */
  readonly fence: number;
  /** Aborted when the effect has taken too long or the message has been taken over. */
  readonly signal: AbortSignal;
  /**
   * To be called right before what cannot be taken back (handing a mail over): throws when this worker was away for so
   * long that another has taken the message, so that only one of them does it.
   */
  readonly stillMine: () => Promise<void>;
}

export type DatabaseHandler = (tx: Tx, payload: MessagePayload) => Promise<void>;
export type EffectHandler = (payload: MessagePayload, context: EffectContext) => Promise<void>;

type Method<A extends unknown[]> = <M extends (...args: A) => Promise<void>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<M>) => void;

/** The method works in the database alone: it runs in the transaction that marks the message done, so exactly once. */
export function Handles<P extends MessagePayload>(message: OutboxMessageType<P>): Method<[Tx, P]> {
  return (_target, _key, descriptor) => Reflect.defineMetadata(HANDLES, message.kind, descriptor.value as object);
}

/** In which line an effect waits: `servers` is for those that ask servers which others run, of which many may hang at once. */
export type EffectLane = 'effects' | 'servers';

interface HandledEffect {
  readonly kind: string;
  readonly lane: EffectLane;
}

/** The method has an effect outside the database (mail, calendar server): at least once, so it must bear a repeat. */
export function HandlesEffect<P extends MessagePayload>(message: OutboxMessageType<P>, lane: EffectLane = 'effects'): Method<[P, EffectContext]> {
  const handled: HandledEffect = { kind: message.kind, lane };
  return (_target, _key, descriptor) => Reflect.defineMetadata(HANDLES_EFFECT, handled, descriptor.value as object);
}

export interface HandlersOfKind {
  readonly database: DatabaseHandler[];
  effect: EffectHandler | null;
  /** Null when there is no effect. */
  lane: EffectLane | null;
}

/** Finds the handlers of every message among the providers. */
@Injectable()
export class Handlers {
  private byKind: Map<string, HandlersOfKind> | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error when nothing handles the kind: such a message must never count as done */
  of(kind: string): HandlersOfKind {
    const found = this.all().get(kind);
    if (found === undefined) throw new Error(`no handler for outbox message ${kind}`);
    return found;
  }

  /** Every handler by the kind of message. @throws Error when a kind has two effects */
  all(): Map<string, HandlersOfKind> {
    this.byKind ??= this.discover();
    return this.byKind;
  }

  private discover(): Map<string, HandlersOfKind> {
    const byKind = new Map<string, HandlersOfKind>();
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        this.register(byKind, instance as Record<string, unknown>, name);
      }
    }
    return byKind;
  }

  private register(byKind: Map<string, HandlersOfKind>, instance: Record<string, unknown>, name: string): void {
    const method = instance[name];
    if (typeof method !== 'function') return;
    const kind = this.reflector.get<string | undefined>(HANDLES, method);
    const handled = this.reflector.get<HandledEffect | undefined>(HANDLES_EFFECT, method);
    if (kind !== undefined) this.entry(byKind, kind).database.push(method.bind(instance) as DatabaseHandler);
    if (handled === undefined) return;
    const entry = this.entry(byKind, handled.kind);
    if (entry.effect !== null) throw new Error(`two effect handlers for outbox message ${handled.kind}`);
    entry.effect = method.bind(instance) as EffectHandler;
    entry.lane = handled.lane;
  }

  private entry(byKind: Map<string, HandlersOfKind>, kind: string): HandlersOfKind {
    const entry = byKind.get(kind) ?? { database: [], effect: null, lane: null };
    byKind.set(kind, entry);
    return entry;
  }
}
