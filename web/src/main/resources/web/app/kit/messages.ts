import en from '../messages/en.json' with { type: 'json' };

export type Key = keyof typeof en & string;
type StemOf<K> = K extends `${infer Stem}.one` ? Stem : never;
export type Counted = StemOf<Key>;
type Words = Record<string, string>;

export const LANGUAGES = ['en-GB', 'de-DE'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = 'bearhug.language';
let words: Words = en;
let language: Language = 'en-GB';

/** The language chosen here, or else the first of the browser's that we speak. */
export function preferredLanguage(): Language {
  const wishes = [localStorage.getItem(KEPT), ...navigator.languages];
  for (const wish of wishes) {
    const found = LANGUAGES.find((each) => wish?.slice(0, 2) === each.slice(0, 2));
    if (found) return found;
  }
  return 'en-GB';
}

export async function speak(wish: Language): Promise<void> {
  words = wish === 'de-DE' ? { ...en, ...(await import('../messages/de.json')).default } : en;
  language = wish;
  document.documentElement.lang = wish;
}

export function keepLanguage(wish: Language): void {
  localStorage.setItem(KEPT, wish);
}

export const spoken = (): Language => language;

/** The text of this key, with {name}s filled in. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return fill(words[key], values);
}

/** The text for so many: `key.one` or `key.other`, whose {n} is the number. */
export function tn(key: Counted, n: number, values: Record<string, string | number> = {}): string {
  const form = new Intl.PluralRules(language).select(n) === 'one' ? 'one' : 'other';
  return fill(words[`${key}.${form}`], { n, ...values });
}

/** Whether there is a text; for keys that are put together, such as those of problem codes. */
export const says = (key: string): key is Key => key in words;

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
