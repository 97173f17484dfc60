import assert from 'node:assert/strict';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, messagesAbout } from '../harness/mail-desk.js';
import { drained } from '../harness/messages.js';
import { until } from '../harness/patience.js';
import { TcpProxy } from '../harness/tcp-proxy.js';

/** Where in the conversation the line breaks: nothing of the mail is sent, or half of it, or all of it and the 250 is lost. */
const PLACES = ['RCPT TO', 'DATA', 'Message-ID'];

export const fault: Fault = {
  id: 'F48', title: 'the line to the mail server breaks after RCPT, after DATA or within the mail', queues: BOTH,
  async run(stage) {
    const line = await TcpProxy.start(Number(new URL(stage.mail.url).port));
    stage.onEnd(() => line.stop());
    stage.mayRepeat = 1;
    await Promise.all([stage.startWeb(), stage.startWorker({ SMTP_URL: `smtp://127.0.0.1:${line.port}`, OUTBOX_TRIES: '12' })]);
    const place = stage.random.pick(PLACES);
    let cuts = 0;
    line.intercept((piece, direction) => {
      if (direction !== 'to-server' || cuts === 2 || !piece.toString('latin1').includes(place)) return 'pass';
      cuts += 1;
      return 'pass-and-cut';
    });
    const item = await bookMailed(stage, 0);
    await until('the line broke twice', () => cuts === 2, stage.bars.takeOverMs);
    const recoveryMs = await drained(stage);
    const copies = messagesAbout(stage, item);
    assert.equal(new Set(copies.map(({ messageId }) => messageId)).size, 1, 'one identity');
    return { recoveryMs, note: `broke at ${place}, ${copies.length} copies` };
  },
};
