import { createServer } from 'node:net';

const MOST_STEPS = 100;

/** The first free port of this machine from the one given; 0 is any. Throws when a hundred in a row are taken. */
export async function freePortFrom(first: number): Promise<number> {
  for (let port = first; port < first + MOST_STEPS; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`Portene ${first}-${first + MOST_STEPS - 1} er alle i brug. Sæt PORT til en anden.`);
}

/** Free on both loopback addresses: a browser may try either for `localhost`. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
