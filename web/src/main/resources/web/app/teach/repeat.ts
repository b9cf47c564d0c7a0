import type { BlockView, SessionView } from '../api/types/courses';
import { now } from '../kit/clock';
import type { Values } from '../kit/form';
import { majorUnits } from '../kit/money';

const DAY = 24 * 3_600_000;

/** What one would type for the run that follows this one: as it was, beginning as many days later as its dates lie apart. */
export function nextRun(block: BlockView): Values {
  const { sessions, pricing, blockPrice } = block;
  const first = sessions[0];
  const every = usualGap(sessions);
  let day = local(sessions.at(-1)) + every * DAY;
  while (day < now()) day += every * DAY;
  const inUnits = (money: { amount?: number; currency?: string } | undefined) => (money ? String(majorUnits(money.amount, money.currency)) : '');
  return {
    title: block.title ?? '',
    day: new Date(day).toISOString().slice(0, 10),
    time: first.localStart.slice(11, 16),
    timeZone: block.timeZone,
    sessions: String(sessions.length),
    everyDays: String(every),
    durationMinutes: String(first.durationMinutes),
    from: String(block.ageWeeks.from),
    to: String(block.ageWeeks.to),
    capacity: String(first.capacity),
    currency: blockPrice.currency,
    blockPrice: inUnits(blockPrice),
    dropInPrice: inUnits(block.dropInPrice),
    siblingPercent: String(pricing?.siblingPercent || ''),
    minimum: inUnits(pricing?.minimum),
    ...(pricing?.proRata ? { proRata: 'on' } : {}),
  };
}

/** Days between two dates as the calendar counts; a week, where there is one date alone. */
export function usualGap(sessions: SessionView[]): number {
  const gaps = sessions.slice(1).map((session, i) => gap(sessions[i], session));
  return gaps.length === 0 ? 7 : Math.max(1, Math.min(...gaps));
}

/** Between two dates as the calendar counts, whatever the clocks do. */
export const gap = (a: SessionView, b: SessionView): number => Math.round((local(b) - local(a)) / DAY);

const local = ({ localStart }: SessionView): number => Date.parse(`${localStart}Z`);
