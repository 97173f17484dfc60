import { failureCode, failureOf } from './mail-failure.js';

describe('what a mail server’s failure means', () => {
  it.each([
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'refused', 'smtp_550'],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'refused', 'smtp_554'],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, 'deferred', 'smtp_550'],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, 'deferred', 'smtp_451'],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'deferred', 'smtp_535'],
    [{ code: 'ETLS', command: 'STARTTLS', begun: false }, 'deferred', 'etls'],
    [{ code: 'ECONNECTION', command: 'CONN', begun: false }, 'deferred', 'econnection'],
    [{ code: 'ECONNECTION', command: 'CONN', begun: true }, 'unsure', 'econnection'],
    [{ code: 'ETIMEDOUT' }, 'unsure', 'etimedout'],
    [new Error('mona@noerreborg.example does not exist'), 'unsure', 'unknown'],
    ['nothing', 'unsure', 'unknown'],
  ] as const)('%j is %s', (error, failure, code) => {
    expect([failureOf(error), failureCode(error)]).toEqual([failure, code]);
  });
});
