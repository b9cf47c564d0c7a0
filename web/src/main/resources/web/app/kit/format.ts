import { spoken, tn, t } from './messages';
import { now } from './clock';

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = spoken() + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(spoken(), options));
  return formats.get(key);
}

/** Tuesday 1 December */
export const day = (instant: string, timeZone = ownZone()): string =>
  format({ weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(new Date(instant));

/** Tue 1 Dec, which no line break takes apart. */
export const shortDay = (instant: string, timeZone = ownZone()): string =>
  format({ weekday: 'short', day: 'numeric', month: 'short', timeZone }).format(new Date(instant)).replaceAll(' ', '\u00a0');

/** 1 December 2026; of a calendar date, which has no time zone. */
export const date = (isoDate: string): string =>
  format({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(isoDate));

/** 1 Dec 2026, of an instant whose time of day does not matter. */
export const onDay = (instant: string): string => format({ day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant));

/** 10:00 */
export const time = (instant: string, timeZone = ownZone()): string =>
  format({ hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant));

/** 1 Dec 2026, 10:00 */
export const moment = (instant: string): string =>
  format({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(instant));

/** Whether both zones show the same time on their clocks at this instant. */
export const sameTime = (instant: string, zone: string): boolean =>
  shortDay(instant, zone) + time(instant, zone) === shortDay(instant) + time(instant);

/** London, of Europe/London. */
export const city = (zone: string): string => zone.split('/').pop().replaceAll('_', ' ');

export function price(money: { amount?: number; currency?: string } | null | undefined): string {
  return !money || money.amount === 0 ? t('price.free') : sum(money);
}

/** An amount of money that is no price, so that nothing is nothing and not a gift. */
export function sum(money: { amount?: number; currency?: string }): string {
  const formatter = new Intl.NumberFormat(spoken(), { style: 'currency', currency: money.currency });
  const digits = formatter.resolvedOptions().maximumFractionDigits;
  const value = money.amount / 10 ** digits;
  return new Intl.NumberFormat(spoken(), {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: Number.isInteger(value) ? 0 : digits,
  }).format(value);
}

/** Completed weeks since this date. */
export const weeksSince = (isoDate: string, at: number = now()): number =>
  Math.max(0, Math.floor((at - Date.parse(isoDate)) / (7 * 24 * 3_600_000)));

/** 9 weeks, or 7 months, or 2 years: as parents say it. */
export function age(weeks: number): string {
  if (weeks < 26) return tn('age.weeks', weeks);
  if (weeks < 104) return tn('age.months', Math.floor(weeks / 4.345));
  return tn('age.years', Math.floor(weeks / 52));
}

export function ageRange(range: { from: number; to: number } | undefined): string {
  if (!range) return '';
  return range.from === 0 ? t('age.until', { to: age(range.to) }) : t('age.range', { from: age(range.from), to: age(range.to) });
}

/** 9:59, of milliseconds. */
export function countdown(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
