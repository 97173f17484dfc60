/** Lines of their own, so that a mail server that hangs holds up mails and nothing else, and calendar servers that hang hold up no mail. */
export const LANES = ['database', 'effects', 'servers'] as const;
export type Lane = (typeof LANES)[number];

/** How many jobs of a lane one worker does at once. */
export const CONCURRENCY: Record<Lane, number> = { database: 4, effects: 8, servers: 4 };

/** What a job carries: a message's id, or nothing for a tick. Never anything of what it is about. */
export interface WorkItem {
  readonly messageId?: string;
}

export interface WaitingMessage {
  readonly id: string;
  /** Goes ahead of those that are not. */
  readonly urgent?: boolean;
}

export type Processor = (lane: Lane, item: WorkItem) => Promise<void>;

export interface QueueBackend {
  /** False while its connection is known to be down. */
  ready(): boolean;
  /** False when a question is met with silence: the line looks open and nothing comes through. */
  answers(): Promise<boolean>;
  add(lane: Lane, messages: readonly WaitingMessage[]): Promise<void>;
  /** Adds again what may still be there: remains of failed and half-lost jobs are cleared away first. */
  revive(lane: Lane, messages: readonly WaitingMessage[]): Promise<void>;
  /** Whether the queue's alarm clock is set. One that is gone means that the queue has been emptied. */
  isTicking(): Promise<boolean>;
  /** Sets the queue's alarm clock; as often as one likes. Its ticks go ahead of all messages. */
  keepTicking(everyMs: number): Promise<void>;
  work(processor: Processor): void;
  /** Takes nothing new and waits for what is under way. */
  drain(): Promise<void>;
  close(): Promise<void>;
}
