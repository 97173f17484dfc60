import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger as Pino } from 'pino';
import { BufferedOutput } from './buffered-output.js';
import { withoutCpr } from './without-cpr.js';

/** The only fields that a log line may carry; a new one is added here on purpose. */
export interface LogFields {
  readonly requestId?: string;
  readonly method?: string;
  /** The route's pattern, never the path that was asked for. */
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly messageId?: string;
  readonly kind?: string;
  /** Which try of a message. */
  readonly attempt?: number;
  readonly schedule?: string;
  readonly count?: number;
  readonly code?: string;
  readonly address?: string;
  /** The route or message that was being handled. */
  readonly handler?: string;
  readonly seconds?: number;
}

/** Structured lines on standard output. Errors are named by class, code and stack frames: their text may hold values. */
@Injectable()
export class Logger implements LoggerService {
  private readonly output = new BufferedOutput();
  private readonly pino: Pino = pino({
    level: process.env['LOG_LEVEL'] ?? (process.env['NODE_ENV'] === 'test' ? 'silent' : 'info'),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  }, this.output);

  info(text: string, fields: LogFields = {}): void {
    this.pino.info(fields, text);
  }

  warning(text: string, fields: LogFields = {}): void {
    this.pino.warn(fields, text);
  }

  /** Somebody must look at the installation; goes out at once. */
  alarm(text: string, fields: LogFields): void {
    this.pino.error({ ...fields, alarm: true }, text);
    this.output.flush();
  }

  /** A fault: what failed, where in the code, and nothing of what it was about. */
  fault(text: string, error: unknown, fields: LogFields = {}): void {
    this.pino.error({ ...fields, ...describe(error) }, text);
    this.output.flush();
  }

  log(message: unknown): void {
    this.pino.debug(withoutCpr(String(message)));
  }

  warn(message: unknown): void {
    this.pino.warn(withoutCpr(String(message)));
  }

  error(message: unknown): void {
    this.pino.error(withoutCpr(String(message)));
  }
}

/** Class, code and stack frames of an error, without its message. */
export function describe(error: unknown): { error: string; code?: string; frames?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 12).map((line) => line.trim());
  return { error: error.constructor.name, ...code, frames };
}
