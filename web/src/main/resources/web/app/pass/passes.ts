import { bookings } from '../api/client';
import { Problem } from '../api/problem';
import type { PassOfferView, PassView } from '../api/types/bookings';
import { now } from '../kit/clock';

export async function readPasses(): Promise<PassView[]> {
  return (await bookings('GET /v1/passes', { query: { limit: 100 } })).data.items;
}

/** Who comes back from the page where a pass is paid need not wait for the news of it. */
export async function backFromPaying(id: string | undefined): Promise<void> {
  if (!id) return;
  try {
    const { data: pass } = await bookings('GET /v1/passes/{id}', { path: { id } });
    if (pass.state === 'PENDING_PAYMENT' && pass.payment) await bookings('POST /v1/payments/{id}/refresh', { path: { id: pass.payment.id } });
  } catch (cause) {
    // The news come by themselves, a little later.
    if (!(cause instanceof Problem)) throw cause;
  }
}

/** What an instructor sells; of one course alone, if one is named. */
export async function readPassOffers(instructor: string, course?: string): Promise<PassOfferView[]> {
  const { data } = await bookings('GET /v1/pass-offers', { query: { instructor, limit: 100 }, open: true });
  return data.items.filter((offer) => !course || isFor(offer, course));
}

/** Good for some courses of its instructor, or for all when it names none. */
const isFor = (pass: PassOfferView | PassView, course: string): boolean => pass.courseIds.length === 0 || pass.courseIds.includes(course);

export const isPaid = (pass: PassView): boolean => pass.state === 'PAID';

export const isOver = (pass: PassView): boolean => pass.state === 'EXPIRED' || pass.state === 'RETURNED' || pass.unitsLeft === 0 || Date.parse(pass.validUntil) <= now();

/** Nobody uses it, and it is not paid, or was bought not long ago. */
export const isReturnable = (pass: PassView): boolean =>
  pass.unitsLeft === pass.units && (pass.state === 'PENDING_PAYMENT' || (pass.state === 'PAID' && now() <= Date.parse(pass.returnableUntil)));

/** Those that pay so many places in a session at this time. */
export const fitting = (passes: PassView[], instructor: string, course: string, startsAt: string, places: number): PassView[] =>
  passes.filter((pass) =>
    isPaid(pass) && pass.instructorId === instructor && isFor(pass, course) && pass.unitsLeft >= places && Date.parse(startsAt) < Date.parse(pass.validUntil));
