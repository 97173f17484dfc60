import pTimeout from 'p-timeout';
import { startThread } from '../threads/start-thread.js';
import type { PdfDocument } from './pdf-document.js';
import type { PdfAnswer } from './pdf-worker.js';

/** The thread did not answer in time; it was ended. */
export class PdfTimeout extends Error {}

/** One drawing thread. It takes one document at a time and keeps no process alive while it rests. */
export class PdfThread {
  private readonly worker = startThread(new URL('./pdf-worker', import.meta.url));
  private ended = false;

  constructor() {
    this.worker.unref();
    this.worker.once('exit', () => (this.ended = true));
    this.worker.on('error', () => undefined); // the job that runs hears of it in draw()
  }

  get usable(): boolean {
    return !this.ended;
  }

  /** Draws a document. Throws PdfTimeout after `timeoutMs`, and an error without the document's words otherwise. */
  async draw(document: PdfDocument, timeoutMs: number): Promise<Buffer> {
    this.worker.ref();
    try {
      return bytesOf(await pTimeout(this.ask(document), { milliseconds: timeoutMs, message: new PdfTimeout('The PDF was not drawn in time.') }));
    } catch (error) {
      if (error instanceof PdfTimeout) await this.end();
      throw error;
    } finally {
      this.worker.unref();
    }
  }

  /** Ends the thread; a document under way is given up. */
  async end(): Promise<void> {
    this.ended = true;
    await this.worker.terminate();
  }

  private ask(document: PdfDocument): Promise<PdfAnswer> {
    return new Promise((resolve, reject) => {
      const settled = () => {
        this.worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      };
      const onMessage = (answer: PdfAnswer) => (settled(), resolve(answer));
      const onError = (error: Error) => (settled(), reject(new Error(`The PDF thread failed: ${error.name}`)));
      const onExit = (code: number) => (settled(), reject(new Error(`The PDF thread ended with code ${code}`)));
      this.worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      this.worker.postMessage(document);
    });
  }
}

function bytesOf(answer: PdfAnswer): Buffer {
  if ('failed' in answer) throw new Error(`The PDF could not be drawn: ${answer.failed}\n${answer.where}`);
  return Buffer.from(answer.bytes);
}
