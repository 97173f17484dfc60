import { faultPoint, InjectedFault, readFaults } from './fault-points.js';

describe('what a test may break', () => {
  afterEach(() => {
    delete process.env['FAULT_POINTS'];
  });

  it('is read from one line', () => {
    expect(readFaults('transaction.before-commit=exit@booking.made,outbox.claimed=block(60000)#3')).toEqual([
      { point: 'transaction.before-commit', action: 'exit', milliseconds: 2 ** 31 - 1, label: 'booking.made', skip: 0 },
      { point: 'outbox.claimed', action: 'block', milliseconds: 60_000, label: null, skip: 2 },
    ]);
  });

  it('must exist', () => {
    expect(() => readFaults('outbox.klaimed=exit')).toThrow('outbox.klaimed');
    expect(() => readFaults('outbox.claimed=explode')).toThrow('explode');
  });

  it('does nothing when it is not named', async () => {
    await expect(faultPoint('outbox.claimed')).resolves.toBeUndefined();
    process.env['FAULT_POINTS'] = 'mail.accepted=fail';
    await expect(faultPoint('outbox.claimed')).resolves.toBeUndefined();
  });

  it('strikes only where the label fits', async () => {
    process.env['FAULT_POINTS'] = 'outbox.claimed=fail@mail.send';
    await expect(faultPoint('outbox.claimed', ['feed.refresh'])).resolves.toBeUndefined();
    await expect(faultPoint('outbox.claimed', ['mail.send'])).rejects.toBeInstanceOf(InjectedFault);
  });

  it('lets the first arrivals pass', async () => {
    process.env['FAULT_POINTS'] = 'outbox.effect-done=fail#2';
    await expect(faultPoint('outbox.effect-done')).resolves.toBeUndefined();
    await expect(faultPoint('outbox.effect-done')).rejects.toBeInstanceOf(InjectedFault);
  });

  it('blocks for as long as it says', async () => {
    process.env['FAULT_POINTS'] = 'mail.accepted=block(60)';
    const begun = performance.now();
    await faultPoint('mail.accepted');
    expect(performance.now() - begun).toBeGreaterThan(55);
  });
});
