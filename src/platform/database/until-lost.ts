import type { EventEmitter } from 'node:events';

/** Waits for the work, or for the loss of the connection on which it is done: work that hangs without a query never hears of that by itself. */
export async function untilLost<T>(connection: EventEmitter, work: Promise<T>): Promise<T> {
  let lost: (error: Error) => void = () => undefined;
  const loss = new Promise<never>((_resolve, reject) => {
    lost = reject;
  });
  connection.once('error', lost);
  try {
    return await Promise.race([work, loss]);
  } finally {
    connection.removeListener('error', lost);
  }
}
