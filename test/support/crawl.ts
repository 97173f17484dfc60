import type { Visitor } from './browser.js';

/** A page that somebody can reach by links alone. */
export interface FoundPage {
  readonly path: string;
  /** The address with what changes from case to case taken out: '/unge/:id'. */
  readonly pattern: string;
  readonly status: number;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const FILE = /\.(pdf|csv|xlsx|json|ics|docx|txt)(\?|$)/;
const READ_LINKS = "[...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))";

/** '/unge/0192…/plan?udgave=3' becomes '/unge/:id/plan?udgave'. */
function patternOf(path: string): string {
  const [place = '', query = ''] = path.replace(ID, ':id').split('?');
  const names = [...new URLSearchParams(query).keys()].sort();
  return names.length === 0 ? place : `${place}?${names.join('&')}`;
}

/**
 * Follows every link from the front page on, one page of each pattern, and looks at each. Files are asked for, not opened.
 * @param look what to do on a page that is open
 */
export async function crawl({ page }: Visitor, look: (found: FoundPage) => Promise<void>): Promise<FoundPage[]> {
  const waiting = ['/'];
  const seen = new Map<string, FoundPage>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternOf(path);
    if (seen.has(pattern)) continue;
    const answer = FILE.test(path) ? await page.request.get(path) : await page.goto(path);
    const found = { path, pattern, status: answer?.status() ?? 0 };
    seen.set(pattern, found);
    if (FILE.test(path) || found.status !== 200) continue;
    await look(found);
    const links = await page.evaluate<string[]>(READ_LINKS);
    waiting.push(...links.filter((link) => link.startsWith('/') && !link.startsWith('//')).map((link) => link.split('#')[0] ?? link));
  }
  return [...seen.values()];
}
