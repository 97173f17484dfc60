/** An event as it should stand on the server. */
export interface WantedEvent {
  readonly uid: string;
  readonly revision: number;
  readonly text: string;
  readonly textHash: string;
}

/** What we know of a resource of ours. */
export interface KnownEvent {
  readonly uid: string;
  readonly revision: number;
  readonly textHash: string | null;
  readonly etag: string | null;
}

/** One thing to do on the server. `etag` is that of the resource of ours that it replaces; null where none is known, and whose it is has to be looked at first. */
export type PushStep =
  | { readonly do: 'write'; readonly event: WantedEvent; readonly etag: string | null }
  | { readonly do: 'delete'; readonly uid: string; readonly etag: string | null }
  /** The server lost it by itself. */
  | { readonly do: 'forget'; readonly uid: string }
  /** The server told no tag when it took the text; it has one now. */
  | { readonly do: 'note'; readonly uid: string; readonly etag: string };

/**
 * What to do so that our resources are the wanted ones. A resource is written when its text differs and its revision is not
 * behind what the server took; with `found` (what the server holds of ours: tags by uid) also when it was wiped or changed by hand.
 * Resources that we do not know are never touched.
 */
export function planPush(wanted: readonly WantedEvent[], known: readonly KnownEvent[], found: ReadonlyMap<string, string> | null): PushStep[] {
  const before = new Map(known.map((each) => [each.uid, each]));
  const uids = new Set(wanted.map((event) => event.uid));
  const writes = wanted.flatMap((event) => writeOf(event, before.get(event.uid), found));
  return [...writes, ...known.filter((each) => !uids.has(each.uid)).map((each) => removalOf(each, found))];
}

function writeOf(event: WantedEvent, known: KnownEvent | undefined, found: ReadonlyMap<string, string> | null): PushStep[] {
  if (known === undefined) return [{ do: 'write', event, etag: null }];
  if (event.revision < known.revision) return [];
  const etag = found === null ? known.etag : (found.get(event.uid) ?? null);
  const wiped = found !== null && etag === null;
  const changedByHand = found !== null && known.etag !== null && etag !== known.etag;
  if (event.textHash !== known.textHash || wiped || changedByHand) return [{ do: 'write', event, etag: ifOurs(etag, known) }];
  return known.etag === null && etag !== null ? [{ do: 'note', uid: event.uid, etag }] : [];
}

function removalOf(known: KnownEvent, found: ReadonlyMap<string, string> | null): PushStep {
  const { uid } = known;
  if (found === null) return { do: 'delete', uid, etag: known.etag };
  const now = found.get(uid);
  return now === undefined ? { do: 'forget', uid } : { do: 'delete', uid, etag: ifOurs(now, known) };
}

/** Under a name of ours there may lie somebody else's event: only the tag that the server gave for our own text is taken at its word. */
function ifOurs(etag: string | null, known: KnownEvent): string | null {
  return etag === known.etag ? etag : null;
}
