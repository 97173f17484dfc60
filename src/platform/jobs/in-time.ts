/**
 * Waits for the work, but no longer than this; what is late may still be done.
 * @throws Error that says who did not answer
 */
export async function inTime<T>(who: string, milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | null = null;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${who} does not answer`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}
