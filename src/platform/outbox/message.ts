/** A kind of message with a stable name; its payload holds ids, dates and codes only. */
export interface OutboxMessageType<P extends MessagePayload> {
  readonly kind: string;
  /** Never set; carries the payload's type. */
  readonly payload?: P;
}

export type MessagePayload = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

const kinds = new Set<string>();
const routine = new Set<string>();
const urgent = new Set<string>();

/**
 * Declares a message. The name is stable: rows in the database carry it. What is routine comes so often that the log leaves out its
 * success; what is urgent goes ahead of all others that wait in its lane.
 * @throws Error when the name is used twice
 */
export function defineMessage<P extends MessagePayload>(kind: string, options: { readonly routine?: boolean; readonly urgent?: boolean } = {}): OutboxMessageType<P> {
  if (kinds.has(kind)) throw new Error(`two outbox messages are named ${kind}`);
  kinds.add(kind);
  if (options.routine === true) routine.add(kind);
  if (options.urgent === true) urgent.add(kind);
  return { kind };
}

/** Whether the log leaves out that the message was handled. */
export function isRoutine(kind: string): boolean {
  return routine.has(kind);
}

/** Whether the message goes ahead of those that wait. */
export function isUrgent(kind: string): boolean {
  return urgent.has(kind);
}

export interface EnqueueOptions {
  /** A second message of the kind with this key is left out while the first is kept (thirty days after it is done): so the key holds a date or the like. */
  readonly dedupKey?: string;
  /** Not before this instant. */
  readonly availableAt?: Date;
}
