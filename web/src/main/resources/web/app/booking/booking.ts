import { bookings } from '../api/client';
import type { BookingView, HoldView } from '../api/types/bookings';
import type { CourseView, SessionView } from '../api/types/courses';
import { fits, readChildren } from '../family/family';
import { readDates, type DatedBlock } from '../catalogue/catalogue';
import type { Extras } from './price-wish';
import type { ChildView } from '../api/types/users';

/** What somebody is about to book: a block or one session of it. */
export interface Wish {
  course: CourseView;
  block: DatedBlock;
  session?: SessionView;
  kids: ChildView[];
}

/** The wish that an address speaks of. */
export async function readWish(query: URLSearchParams): Promise<Wish> {
  const [{ course, blocks }, kids] = await Promise.all([readDates(query.get('course')), readChildren()]);
  const block = blocks.find((each) => each.id === query.get('block') || each.coming.some(({ id }) => id === query.get('session')));
  return { course, block, session: block?.coming.find(({ id }) => id === query.get('session')), kids };
}

/** When it begins. */
export const startOf = ({ block, session }: Wish): string => (session ?? block.coming[0]).startsAt;

/** The one child that it is for, when there is only one. */
export function onlyFitting(wish: Wish): string[] {
  const fitting = wish.block ? wish.kids.filter((child) => fits(child, wish.block.ageWeeks, startOf(wish))) : [];
  return fitting.length === 1 ? [fitting[0].id] : [];
}

/** What the API calls it: the session, where it is one, or else the whole block. */
export const named = ({ block, session }: Wish): { blockId?: string; sessionId?: string } =>
  session ? { sessionId: session.id } : { blockId: block.id };

export async function hold(wish: Wish, childIds: string[], extras: Extras, key: string): Promise<HoldView> {
  return (await bookings('POST /v1/holds', { body: { ...named(wish), childIds, ...extras }, key })).data;
}

export async function extend(id: string, key: string): Promise<HoldView> {
  return (await bookings('POST /v1/holds/{id}/extend', { path: { id }, key: `${key}-longer` })).data as HoldView;
}

export async function bookHeld(holdId: string, key: string): Promise<BookingView> {
  return (await bookings('POST /v1/bookings', { body: { holdId }, key })).data;
}

export async function bookByCredit(sessionId: string, creditId: string, key: string): Promise<BookingView> {
  return (await bookings('POST /v1/bookings', { body: { sessionId, creditId }, key })).data;
}
