import { bookings } from '../api/client';
import type { PassOfferView, PassView } from '../api/types/bookings';
import { now } from '../kit/clock';

export async function readPasses(): Promise<PassView[]> {
  return (await bookings('GET /v1/passes', { query: { limit: 100 } })).data.items;
}

/** What an instructor sells; of one course alone, if one is named. */
export async function readPassOffers(instructor: string, course?: string): Promise<PassOfferView[]> {
  const { data } = await bookings('GET /v1/pass-offers', { query: { instructor, limit: 100 }, open: true });
  return data.items.filter((offer) => !course || isFor(offer, course));
}

/** Good for some courses of its instructor, or for all when it names none. */
const isFor = (pass: PassOfferView | PassView, course: string): boolean => pass.courseIds.length === 0 || pass.courseIds.includes(course);

export const isPaid = (pass: PassView): boolean => pass.balance.amount <= 0;

export const isOver = (pass: PassView): boolean => pass.unitsLeft === 0 || Date.parse(pass.validUntil) <= now();

/** Those that pay so many places in a session at this time. */
export const fitting = (passes: PassView[], instructor: string, course: string, startsAt: string, places: number): PassView[] =>
  passes.filter((pass) =>
    isPaid(pass) && pass.instructorId === instructor && isFor(pass, course) && pass.unitsLeft >= places && Date.parse(startsAt) < Date.parse(pass.validUntil));
