const KEPT = 'bearhug.onward';

/** What a link carries along, for who is to come back to where they wanted to go. */
export const onward = (query: URLSearchParams): string => (query.has('to') ? `?to=${encodeURIComponent(query.get('to'))}` : '');

/** The same, of who stands there. */
export const backHere = (): string => `?to=${encodeURIComponent(location.pathname + location.search)}`;

/** Kept while a letter is on its way, whose link opens in another tab. */
export function keepOnward(query: URLSearchParams): void {
  if (query.has('to')) localStorage.setItem(KEPT, query.get('to'));
}

/** Where this person wanted to go, once; an address of ours and no other. */
export function takeOnward(query = new URLSearchParams()): string | undefined {
  const wish = query.get('to') ?? localStorage.getItem(KEPT);
  localStorage.removeItem(KEPT);
  return wish?.startsWith('/') && !wish.startsWith('//') ? wish : undefined;
}
