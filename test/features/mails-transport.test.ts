import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { jest } from '@jest/globals';
import { failureCode, failureOf } from '../../src/platform/mail/mail-failure.js';
import { Mailer } from '../../src/platform/mail/mailer.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { testConfig } from '../support/test-config.js';

let server: Server | undefined;
let sockets: Socket[] = [];
let heard: string[] = [];
let whenHeard: (command: string) => void = () => undefined;

/**
 * What a mail comes to where the server gives these answers, one to each thing that it is told, the first before anything is,
 * and then says nothing more or hangs up.
 */
async function failureAfter(then: 'silence' | 'end', ...answers: readonly string[]): Promise<string> {
  server = createServer((socket) => {
    const left = [...answers];
    const answer = (): unknown => (left.length > 0 ? socket.write(`${left.shift()}\r\n`) : then === 'end' && socket.destroy());
    sockets.push(socket);
    socket.on('error', () => undefined).on('data', (said) => {
      heard.push(said.toString('latin1').slice(0, 4));
      whenHeard(said.toString('latin1').slice(0, 4));
      answer();
    });
    answer();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return sentTo(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

async function sentTo(url: string): Promise<string> {
  const mailer = new Mailer(testConfig('postgres://nobody@127.0.0.1/none', { SMTP_URL: url }));
  const mail = { to: 'mona@bosted.example', subject: 'Indkaldelse', text: 'Du er indkaldt.', messageId: '<a@b.example>' };
  return mailer.send(mail).then(() => 'sent', (error: unknown) => `${failureOf(error)} ${failureCode(error)}`);
}

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  heard = [];
  whenHeard = () => undefined;
  server?.close();
  jest.restoreAllMocks();
});

const UP_TO_THE_MAIL = ['220 mx', '250 mx'];
const UP_TO_DATA = [...UP_TO_THE_MAIL, '250 sender', '250 recipient'];

it.each([
  ['hangs up at once, as a proxy with nobody behind it', 'end', [], 'deferred econnection'],
  ['never greets', 'silence', [], 'deferred etimedout'],
  ['never begins TLS', 'silence', ['220 mx', '250-mx\r\n250 STARTTLS', '220 go on'], 'deferred etimedout'],
  ['hangs up when it is greeted', 'end', ['220 mx'], 'deferred econnection'],
  ['hangs up after DATA', 'end', [...UP_TO_DATA, '354 go on'], 'unsure econnection'],
  ['takes nothing from this sender', 'silence', [...UP_TO_THE_MAIL, '550 5.7.60 may not send as this sender'], 'deferred smtp_550'],
  ['does not know the recipient', 'silence', [...UP_TO_THE_MAIL, '250 sender', '550 5.1.1 no such mailbox'], 'refused smtp_550'],
  ['puts the recipient off', 'silence', [...UP_TO_THE_MAIL, '250 sender', '451 later'], 'deferred smtp_451'],
] as const)('a mail server that %s', async (_, then, answers, failure) => {
  expect(await failureAfter(then, ...answers)).toBe(failure);
}, 30_000);

it.each([['EHLO', 'deferred'], ['RCPT', 'unsure'], ['DATA', 'unsure']])('a mail server that has come to %s when the time is up hears nothing more, and the mail is %s', async (last, failure) => {
  const limit = new AbortController();
  jest.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
  whenHeard = (command) => {
    if (command === last) limit.abort();
  };
  expect(await failureAfter('silence', ...UP_TO_DATA, '354 go on', '250 taken')).toBe(`${failure} etimedout`);
  await Promise.all(sockets.map(async (socket) => socket.closed || once(socket, 'close')));
  expect(heard.at(-1)).toBe(last);
}, 30_000);

it('a mail server elsewhere without TLS gets nothing, unless it is said to be a mailbox for trying out', async () => {
  const mailbox = await SmtpSink.start({ host: '127.0.0.2' });
  try {
    expect(await sentTo(mailbox.url)).toMatch(/^deferred /);
    expect(mailbox.mails).toEqual([]);
    expect(await sentTo(`${mailbox.url}?tls=none`)).toBe('sent');
    expect(mailbox.mails.map(({ to, encrypted }) => ({ to, encrypted }))).toEqual([{ to: ['mona@bosted.example'], encrypted: false }]);
  } finally {
    await mailbox.stop();
  }
}, 30_000);
