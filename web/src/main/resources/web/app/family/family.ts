import { users } from '../api/client';
import type { ChildView } from '../api/types/users';
import { weeksSince } from '../kit/format';

export async function readChildren(): Promise<ChildView[]> {
  return (await users('GET /v1/me/children')).data.items;
}

/** Completed weeks on that day, which is what a class goes by. */
export const weeksOn = (child: ChildView, instant: string): number => weeksSince(child.bornOn, Date.parse(instant));

export const fits = (child: ChildView, ages: { from: number; to: number } | undefined, instant: string): boolean =>
  !ages || (weeksOn(child, instant) >= ages.from && weeksOn(child, instant) <= ages.to);
