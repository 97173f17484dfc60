import { createServer } from 'node:net';

/** Below the ports that the system hands out to connections: only another test that draws the same number could take it before our server does. */
const LOWEST = 10_000;
const COUNT = 20_000;

/** A port of this machine that nobody listens on now. */
export async function freePort(): Promise<number> {
  const port = LOWEST + Math.floor(Math.random() * COUNT);
  return (await canListen(port)) ? port : freePort();
}

function canListen(port: number): Promise<boolean> {
  return new Promise((told) => {
    const probe = createServer();
    probe.once('error', () => told(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => told(true)));
  });
}
