import type { StaffName } from '../../support/organisation.js';
import type { Stage } from './stage.js';
import { usernameOf } from '../../support/username.js';

/** What a browser is told of a form; null where no answer came. */
export interface PageAnswer {
  readonly status: number | null;
  readonly location: string | null;
}

/** A person of the world at a browser: takes forms as the pages draw them and sends them, as often as is wanted. */
export class PageDesk {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  /** Signs in at the last web process. @throws Error when that fails */
  static async open(stage: Stage, name: StaffName): Promise<PageDesk> {
    const { url } = stage.web;
    const body = new URLSearchParams({ username: usernameOf(stage.world.staff[name]), password: 'demo' });
    const answer = await fetch(`${url}/log-ind`, { method: 'POST', body, redirect: 'manual' });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (answer.status !== 303 || cookie === undefined) throw new Error(`${name} could not sign in: ${answer.status}`);
    return new PageDesk(url, cookie);
  }

  /** The first form with this address that the page draws, filled in. @throws Error when there is none */
  async draw(page: string, action: string, fields: Readonly<Record<string, string>> = {}): Promise<URLSearchParams> {
    const html = await (await fetch(`${this.url}${page}`, { headers: { cookie: this.cookie, accept: 'text/html' } })).text();
    const [, form] = new RegExp(`<form [^>]*action="${action}"[^>]*>(.*?)</form>`, 's').exec(html) ?? [];
    if (form === undefined) throw new Error(`the page draws no form to ${action.replace(/[0-9a-f-]{36}/g, ':id')}`);
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
    return new URLSearchParams([...hidden, ...Object.entries(fields)]);
  }

  /** @param url another way to the web process, such as a line that breaks */
  async send(action: string, form: URLSearchParams, url = this.url): Promise<PageAnswer> {
    try {
      const answer = await fetch(`${url}${action}`, { method: 'POST', body: form, redirect: 'manual', headers: { cookie: this.cookie, accept: 'text/html' } });
      await answer.arrayBuffer();
      return { status: answer.status, location: answer.headers.get('location') };
    } catch {
      return { status: null, location: null };
    }
  }
}
