import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { unavailable, type DomainError } from '../errors/domain-error.js';
import type { PdfDocument } from './pdf-document.js';
import { PdfThread, PdfTimeout } from './pdf-thread.js';

/** One document takes some 0.2 seconds of a core; a second thread would take the other core from the requests. */
const THREADS = 1;
/** About four seconds of waiting: more is better answered with "try again". */
const LONGEST_QUEUE = 20;
const TIMEOUT_MS = 10_000;

interface Job {
  document: PdfDocument;
  resolve(bytes: Buffer): void;
  reject(error: unknown): void;
}

/** Draws documents in a thread of its own, first come first served. The thread starts with the first document. */
@Injectable()
export class PdfRenderer implements OnModuleDestroy {
  private readonly waiting: Job[] = [];
  private readonly idle: PdfThread[] = [];
  private readonly busy = new Set<PdfThread>();
  private closed = false;

  /** The document as PDF bytes. Throws `unavailable` (503) when too many wait, when it takes too long or at shutdown. */
  renderPdf(document: PdfDocument): Promise<Buffer> {
    if (this.closed || this.waiting.length >= LONGEST_QUEUE) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      this.waiting.push({ document, resolve, reject });
      this.next();
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    for (const job of this.waiting.splice(0)) job.reject(busy());
    await Promise.all([...this.idle, ...this.busy].map((thread) => thread.end()));
  }

  private next(): void {
    if (this.busy.size >= THREADS) return;
    const job = this.waiting.shift();
    if (job) void this.run(job);
  }

  private async run(job: Job): Promise<void> {
    let thread: PdfThread | undefined;
    try {
      thread = this.rested() ?? new PdfThread();
      this.busy.add(thread);
      job.resolve(await thread.draw(job.document, TIMEOUT_MS));
    } catch (error) {
      job.reject(error instanceof PdfTimeout || this.closed ? busy() : error);
    } finally {
      if (thread) this.rest(thread);
      this.next();
    }
  }

  private rest(thread: PdfThread): void {
    this.busy.delete(thread);
    if (thread.usable) this.idle.push(thread);
  }

  private rested(): PdfThread | undefined {
    while (this.idle.length > 0) {
      const thread = this.idle.pop();
      if (thread?.usable) return thread;
    }
    return undefined;
  }
}

function busy(): DomainError {
  return unavailable('pdf_busy', 'Der laves mange dokumenter lige nu. Prøv igen om lidt.');
}
