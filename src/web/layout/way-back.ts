const LONGEST = 500;

/** The sign-in page for somebody who wanted to see another one; the front page needs no way back. @param path with its query, from the request */
export function signInFor(path: string): string {
  const back = wayBack(path);
  return back === '/' ? '/log-ind' : `/log-ind?til=${encodeURIComponent(back)}`;
}

/** Where to go after signing in: a page of ours, else the front page. @param asked from the address or the form, so anything at all */
export function wayBack(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return '/';
  return /^\/log-(ind|ud)\b/.test(asked) ? '/' : asked;
}
