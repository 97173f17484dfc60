import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import { failureCode, failureOf } from './mail-failure.js';

describe('what a mail server’s failure means', () => {
  it.each([
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'refused', 'smtp_550'],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'refused', 'smtp_554'],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, 'deferred', 'smtp_451'],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'deferred', 'smtp_535'],
    [{ code: 'ETLS', command: 'STARTTLS' }, 'deferred', 'etls'],
    [{ code: 'ESOCKET', command: 'CONN', syscall: 'connect' }, 'deferred', 'esocket'],
    [{ code: 'ETIMEDOUT', command: 'CONN', timeoutType: 'CONNECT_TIMEOUT' }, 'deferred', 'etimedout'],
    [{ code: 'ETIMEDOUT', command: 'CONN', timeoutType: 'SOCKET_TIMEOUT' }, 'unsure', 'etimedout'],
    [{ code: 'ETIMEDOUT' }, 'unsure', 'etimedout'],
    [{ code: 'ECONNECTION', command: 'CONN' }, 'unsure', 'econnection'],
    [new Error('mona@noerreborg.example does not exist'), 'unsure', 'unknown'],
    ['nothing', 'unsure', 'unknown'],
  ] as const)('%j is %s', (error, failure, code) => {
    expect([failureOf(error), failureCode(error)]).toEqual([failure, code]);
  });
});

describe('a mail server that falls silent, as the transport tells it', () => {
  /** Gives these answers, one to each thing that it is told, the first before anything is; then none. */
  async function failureAfter(...answers: readonly string[]): Promise<string> {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      const left = [...answers];
      const answer = (): unknown => left.length > 0 && socket.write(`${left.shift()}\r\n`);
      sockets.push(socket);
      socket.on('error', () => undefined).on('data', answer);
      answer();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const transport = createTransport({ host: '127.0.0.1', port, connectionTimeout: 2_000, greetingTimeout: 200, socketTimeout: 1_000, socketCloseTimeout: 0 });
    const failure = await transport.sendMail({ from: 'a@b.example', to: 'c@d.example', text: 'x' }).then(() => 'sent', (error: unknown) => `${failureCode(error)} ${failureOf(error)}`);
    for (const socket of sockets) socket.destroy();
    server.close();
    return failure;
  }

  it('has not taken the mail when it never greeted or never began TLS', async () => {
    expect(await failureAfter()).toBe('etimedout deferred');
    expect(await failureAfter('220 mx', '250-mx\r\n250 STARTTLS', '220 go on')).toBe('etimedout deferred');
  });

  it('may have taken it when it was silent after DATA', async () => {
    expect(await failureAfter('220 mx', '250 mx', '250 sender', '250 recipient', '354 go on')).toBe('etimedout unsure');
  });
});
