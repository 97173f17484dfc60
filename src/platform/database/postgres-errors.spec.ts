import { DomainError } from '../errors/domain-error.js';
import { answersCommit, fromPostgres } from './postgres-errors.js';

const failed = (code: string): Error => Object.assign(new Error('x'), { code });

describe('a value that no column can hold', () => {
  it('is a refusal that the sender can mend, not a fault of ours', () => {
    for (const code of ['22P02', '22021', '22P05']) expect((fromPostgres(failed(code)) as DomainError).kind).toBe('invalid');
    expect(fromPostgres(failed('42P01'))).not.toBeInstanceOf(DomainError);
  });
});

describe('a COMMIT that failed', () => {
  it('is answered by a refusal of the server: nothing is saved', () => {
    expect([failed('40001'), failed('23P01'), failed('57P01')].map(answersCommit)).toEqual([true, true, true]);
  });

  it('is not answered by a line that broke or a server that fell: it may be saved', () => {
    const lost = [new Error('Connection terminated unexpectedly'), failed('ECONNRESET'), failed('EPIPE'), failed('08006'), failed('57P02')];
    expect(lost.map(answersCommit)).toEqual([false, false, false, false, false]);
  });
});
