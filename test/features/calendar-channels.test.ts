import { calendarChannelOf, calendarChannelsOf, chooseCalendarChannel } from '../../src/calendars/channel/calendar-channels.js';
import type { Actor } from '../../src/platform/database/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';

let app: TestApp;
let org: Organisation;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
});
afterAll(() => app.close());

const actor = (name: StaffName): Actor => ({ kind: 'staff', staffId: org.staff[name], name, roles: ['caseworker'], departmentId: null, requestId: 'test' });

it('brings meetings by mail until a person chooses otherwise, and then by that alone', async () => {
  expect(await app.inTx((tx) => calendarChannelOf(tx, org.staff.freja))).toBe('mail');
  await app.inTx((tx) => chooseCalendarChannel(tx, 'feed'), actor('freja'));
  await app.inTx((tx) => chooseCalendarChannel(tx, 'caldav'), actor('freja'));
  const channels = await app.inTx((tx) => calendarChannelsOf(tx, [org.staff.freja, org.staff.bo]));
  expect([...channels]).toEqual([[org.staff.freja, 'caldav'], [org.staff.bo, 'mail']]);
});
