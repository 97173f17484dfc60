/** What the address of the overview may hold: codes and ids, nothing personal. */
export interface OverviewAddress {
  readonly view?: string | undefined;
  readonly department?: string | undefined;
  readonly status?: string | undefined;
  readonly sort?: string | undefined;
  readonly cursor?: string | undefined;
}

/** The overview's address with a filter; what is left out is not in it. */
export function overviewLink(address: OverviewAddress, path: '/unge' | '/unge.csv' | '/unge.xlsx' = '/unge'): string {
  const parts = Object.entries(address).flatMap(([name, value]: [string, string | undefined]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}
