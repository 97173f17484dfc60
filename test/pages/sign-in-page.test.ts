import { request } from 'node:http';
import supertest from 'supertest';
import { SignInService } from '../../src/auth/sign-in.service.js';
import { signIn, startApp, type TestApp } from '../support/app.js';
import { type Organisation, organisation } from '../support/organisation.js';

describe('the pages', () => {
  let app: TestApp;
  let org: Organisation;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    await app.inTx((tx) => app.get(SignInService).setPassword(tx, org.staff.karla, 'sekretaer', 'demo'));
  });

  afterAll(() => app.close());

  const browser = () => supertest.agent(app.url);
  const html = 'text/html,application/xhtml+xml';
  const signedIn = async () => {
    const agent = browser();
    await agent.post('/log-ind').type('form').send({ username: 'sekretaer', password: 'demo' }).expect(303);
    return agent;
  };

  it('sends whoever is not signed in to the sign-in page', async () => {
    const answer = await browser().get('/dagsorden').set('accept', html).expect(303);
    expect(answer.headers['location']).toBe('/log-ind?til=%2Fdagsorden');
  });

  it('goes on to the page that was wanted, also after a wrong password, and never to another site', async () => {
    const page = await browser().get('/log-ind?til=%2Fdagsorden%3Fdate%3D2026-12-09').expect(200);
    expect(page.text).toContain('name="til" value="/dagsorden?date=2026-12-09"');
    const form = { username: 'sekretaer', password: 'demo', til: '/dagsorden?date=2026-12-09' };
    expect((await browser().post('/log-ind').type('form').send({ ...form, password: 'forkert' }).expect(401)).text).toContain('name="til" value="/dagsorden?date=2026-12-09"');
    expect((await browser().post('/log-ind').type('form').send(form).expect(303)).headers['location']).toBe('/dagsorden?date=2026-12-09');
    expect((await browser().post('/log-ind').type('form').send({ ...form, til: '//ond.example' }).expect(303)).headers['location']).toBe('/');
    expect((await browser().get('/log-ind?til=%2F%2Fond.example').expect(200)).text).not.toContain('ond.example');
  });

  it('says how to keep what was typed when the session is over, and lets everybody sign out', async () => {
    const answer = await browser().post('/anmodninger/uden-navn').set('accept', html).type('form').send({ reason: 'Skrevet' }).expect(401);
    expect(answer.text).toContain('Det, du skrev, er ikke gemt endnu.');
    expect(answer.text).toContain('<a href="/log-ind" target="_blank" rel="noopener">');
    expect((await browser().post('/log-ud').set('accept', html).expect(303)).headers['location']).toBe('/log-ind');
  });

  it('signs in with a cookie that scripts and other sites do not get', async () => {
    const answer = await browser().post('/log-ind').type('form').send({ username: 'sekretaer', password: 'demo' }).expect(303);
    expect(String(answer.headers['set-cookie'])).toMatch(/^sid=[\w-]+; .*HttpOnly; SameSite=Lax/);
  });

  it('says in Danish that the password is wrong, and keeps the name', async () => {
    const answer = await browser().post('/log-ind').type('form').send({ username: 'sekretaer', password: 'forkert' }).expect(401);
    expect(answer.text).toContain('Brugernavn eller adgangskode er forkert. Prøv igen.');
    expect(answer.text).toContain('value="sekretaer"');
  });

  it('shows the docket', async () => {
    const answer = await (await signedIn()).get('/dagsorden').set('accept', html).expect(200);
    expect(answer.text).toMatch(/^<!DOCTYPE html><html lang="da">/);
    expect(answer.text).toContain('<h1>Dagsorden</h1>');
    expect(answer.text).toContain('Der er ingen K-mødedage i perioden');
  });

  it('keeps pages out of caches and frames, and lets nothing in from elsewhere', async () => {
    const answer = await (await signedIn()).get('/dagsorden').set('accept', html);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'; style-src 'self'"),
    });
    expect(answer.text).not.toMatch(/<script(?! src="\/)|style="|https?:\/\//);
  });

  it('serves its style sheets from here, to be kept for a year', async () => {
    const page = await browser().get('/log-ind').expect(200);
    const sheets = [...page.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '');
    expect(sheets).toHaveLength(2);
    for (const sheet of sheets) {
      const answer = await browser().get(sheet).expect(200);
      expect(answer.headers['cache-control']).toContain('immutable');
    }
  });

  it('lets no form through from another site, nor one without the session’s token', async () => {
    await browser().post('/log-ind').set('sec-fetch-site', 'cross-site').type('form').send({ username: 'sekretaer', password: 'demo' }).expect(403);
    const agent = await signedIn();
    await agent.post('/log-ud').type('form').send({}).expect(403);
    await agent.get('/dagsorden').set('accept', html).expect(200);
  });

  it('signs out', async () => {
    const agent = await signedIn();
    const page = await agent.get('/dagsorden').set('accept', html);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1];
    await agent.post('/log-ud').type('form').send({ _csrf: token }).expect(303);
    await agent.get('/dagsorden').set('accept', html).expect(303);
  });

  it('takes no cookie for the API and no Bearer token for pages', async () => {
    await (await signedIn()).get('/api/v1/me').expect(401);
    await supertest(app.url).get('/dagsorden').set('accept', html).set('authorization', `Bearer ${await org.token('henrik')}`).expect(303);
  });

  it('goes by the route that answers, however its address is written', async () => {
    const token = await org.token('freja');
    const cookie = `sid=${await signIn(app, org.staff.freja, 'page')}`;
    for (const path of ['/%61pi/v1/feeds', `${app.url}/api/v1/feeds`]) {
      expect(await send(app, 'POST', path, { accept: html, cookie })).toEqual({ status: 401, type: 'application/problem+json; charset=utf-8' });
    }
    expect((await app.as(token).get('/feeds').expect(200)).body.items).toEqual([]);
    expect(await send(app, 'GET', '/%61pi/v1/me', { authorization: `Bearer ${token}` })).toMatchObject({ status: 200 });
    expect(await send(app, 'GET', '/%64agsorden', { accept: html, cookie })).toMatchObject({ status: 200 });
    expect(await send(app, 'GET', '/%64agsorden', { accept: html, authorization: `Bearer ${token}` })).toMatchObject({ status: 303 });
  });

  it('answers an address that is not there with a page for people and a problem for programs', async () => {
    expect((await (await signedIn()).get('/findes-ikke').set('accept', html).expect(404)).text).toContain('Det findes ikke');
    expect((await supertest(app.url).get('/api/v1/findes-ikke').expect(404)).body).toMatchObject({ code: 'not_found' });
  });
});

/** Asks with the address written exactly so, as no browser would: an HTTP library cleans it first. */
function send(app: TestApp, method: 'GET' | 'POST', path: string, headers: Readonly<Record<string, string>>): Promise<{ status: number; type: string | undefined }> {
  const body = JSON.stringify({ scope: 'mine' });
  return new Promise((done, fail) => {
    const sent = request(app.url, { method, path, headers: { ...headers, 'content-type': 'application/json' } }, (answer) => {
      answer.resume().on('end', () => done({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] }));
    });
    sent.on('error', fail).end(method === 'POST' ? body : undefined);
  });
}
