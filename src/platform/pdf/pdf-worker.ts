// The thread that draws: one document in, its bytes or the kind of the error out. An error's text stays here, since it
// may quote the document.
import { parentPort } from 'node:worker_threads';
import { drawDocument } from './draw-document.js';
import type { PdfDocument } from './pdf-document.js';

export type PdfAnswer = { bytes: Uint8Array } | { failed: string; where: string };

if (!parentPort) throw new Error('pdf-worker runs as a worker thread');
const port = parentPort;

port.on('message', (document: PdfDocument) => {
  void answer(document).then((message) => port.postMessage(message));
});

async function answer(document: PdfDocument): Promise<PdfAnswer> {
  try {
    return { bytes: new Uint8Array(await drawDocument(document)) };
  } catch (error) {
    const { name, stack } = error instanceof Error ? error : new Error();
    return { failed: name, where: stackFrames(stack ?? '') };
  }
}

function stackFrames(stack: string): string {
  return stack.split('\n').filter((line) => line.startsWith('    at ')).slice(0, 6).join('\n');
}
