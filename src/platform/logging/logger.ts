import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger as Pino } from 'pino';
import { Config } from '../config/config.js';
import { BufferedOutput } from './buffered-output.js';
import { withoutCpr } from './without-cpr.js';

/** The only fields that a log line may carry; a new one is added here on purpose. */
const FIELDS = {
  requestId: 'string', method: 'string',
  /** The route's pattern, never the path that was asked for. */
  route: 'string',
  status: 'number', milliseconds: 'number', messageId: 'string', kind: 'string',
  /** Which try of a message. */
  attempt: 'number',
  schedule: 'string', count: 'number', code: 'string', address: 'string',
  /** The route or message that was being handled. */
  handler: 'string',
  seconds: 'number',
} as const;

type TypeOf = { string: string; number: number };
export type LogFields = { readonly [Name in keyof typeof FIELDS]?: TypeOf[(typeof FIELDS)[Name]] };

/** Structured lines on standard output. Errors are named by class, code and stack frames: their text may hold values. */
@Injectable()
export class Logger implements LoggerService {
  private readonly output = new BufferedOutput();
  private readonly pino: Pino;

  constructor(config: Config) {
    const { logLevel: level } = config;
    this.pino = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: withoutCpr } }, this.output);
  }

  /** What somebody may need when they look back. */
  info(text: string, fields: LogFields = {}): void {
    this.pino.info(allowed(fields), text);
  }

  /** Not as it should be, and it mends itself. */
  warning(text: string, fields: LogFields = {}): void {
    this.pino.warn(allowed(fields), text);
  }

  /** Somebody must look at the installation; goes out at once. */
  alarm(text: string, fields: LogFields): void {
    this.pino.error({ ...allowed(fields), alarm: true }, text);
    this.output.flush();
  }

  /** A fault: what failed, where in the code, and nothing of what it was about. */
  fault(text: string, error: unknown, fields: LogFields = {}): void {
    this.pino.error({ ...allowed(fields), ...describe(error) }, text);
    this.output.flush();
  }

  log(message: unknown): void {
    this.pino.debug(String(message));
  }

  warn(message: unknown): void {
    this.pino.warn(String(message));
  }

  error(message: unknown): void {
    this.pino.error(String(message));
  }
}

/** What the list names and is of its type: a field that slips by the compiler, or a text in place of a number, is left out. */
function allowed(fields: LogFields): LogFields {
  const given = fields as Readonly<Record<string, unknown>>;
  const kept: Record<string, unknown> = {};
  for (const name in given) if (name in FIELDS && typeof given[name] === FIELDS[name as keyof typeof FIELDS]) kept[name] = given[name];
  return kept;
}

/** Class, code and stack frames of an error, without its message. */
export function describe(error: unknown): { error: string; code?: string; frames?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 12).map((line) => line.trim());
  return { error: error.constructor.name, ...code, frames };
}
