import { Plan } from '../../src/plans/plan.entity.js';
import { Referral } from '../../src/referrals/referral.entity.js';
import { StaffMember } from '../../src/departments/staff/staff-member.entity.js';
import { newId } from '../../src/platform/database/ids.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { record } from '../bench/record.js';
import { startApp, type TestApp } from '../support/app.js';
import { BookingDesk } from '../support/bookings.js';
import { organisation, type Organisation } from '../support/organisation.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  desk = new BookingDesk(app, org);
});
afterAll(() => app.close());

const namesOf = (tx: Tx, id: string) => tx.query<{ name: string; title: string | null }>('SELECT name, title FROM staff_member WHERE id = $1', [id]);

describe('a row that the transaction has loaded', () => {
  it('is written by its changed columns only, so that it takes back nothing that another column holds by now', async () => {
    const found = await app.inTx(async (tx) => {
      const person = await tx.find(StaffMember, org.staff.pia);
      await tx.query('UPDATE staff_member SET title = $2 WHERE id = $1', [person.id, 'Psykolog']);
      person.name = 'Pia Rosenvang Lund';
      await tx.save(person);
      return namesOf(tx, person.id);
    });
    expect(found).toEqual([{ name: 'Pia Rosenvang Lund', title: 'Psykolog' }]);
  });

  it('is not written when nothing has changed, and can be saved again', async () => {
    const statements = await record(() => app.inTx(async (tx) => {
      const person = await tx.lock(StaffMember, org.staff.bo);
      await tx.save(person);
      person.title = 'Socialrådgiver';
      await tx.save(person);
      await tx.save(person);
      person.title = null;
      await tx.save(person);
    }));
    expect(statements.map(({ text }) => text.split(' ')[0])).toEqual(['START', 'SELECT', 'UPDATE', 'UPDATE', 'COMMIT']);
  });

  it('shows changes inside a list, a date and a JSON value', async () => {
    const id = await desk.caseReady();
    await app.inTx(async (tx) => {
      const referral = await tx.lock(Referral, id);
      referral.areas.push('education');
      referral.acceptedAt?.setFullYear(2020);
      Object.assign(referral.belongs, { retainedPlacement: true });
      await tx.save(referral);
    });
    const read = await app.inTx((tx) => tx.find(Referral, id));
    expect([read.areas, read.acceptedAt?.getFullYear(), read.belongs]).toEqual([['social', 'education'], 2020, expect.objectContaining({ retainedPlacement: true })]);
  });

  it('fails when it is gone meanwhile', async () => {
    await expect(app.inTx(async (tx) => {
      const person = Object.assign(new StaffMember(), { id: newId(), name: 'Vikar', email: 'vikar@noerreborg.example', departmentId: org.unit.ppr, createdAt: tx.now });
      await tx.insert(person);
      await tx.query('DELETE FROM staff_member WHERE id = $1', [person.id]);
      person.name = 'Ingen';
      await tx.save(person);
    })).rejects.toThrow('staff_member');
  });
});

describe('new rows', () => {
  it('are written together, with defaults for what they leave out', async () => {
    const youths = [await desk.youth(), await desk.youth()];
    const versions = await app.inTx(async (tx) => {
      const plans = youths.map((youthId) => Object.assign(new Plan(), { ...Plan.begin(youthId, tx.now), version: undefined }));
      await tx.insert(...plans);
      return tx.query('SELECT version FROM plan WHERE youth_id = ANY ($1::uuid[])', [youths]);
    });
    expect(versions).toEqual([{ version: 1 }, { version: 1 }]);
  });
});
