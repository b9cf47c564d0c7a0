import { bookings } from '../api/client';
import type { BookingView, CreditView, PaymentView, PlaceView, WaitlistView } from '../api/types/bookings';
import { Problem } from '../api/problem';
import { now } from '../kit/clock';

export interface Mine {
  bookings: BookingView[];
  waiting: WaitlistView[];
  credits: CreditView[];
  /** When this was true, if it comes from this device because the API could not be reached. */
  asOf?: string;
}

/** A session that children of mine have a place in. */
export interface MyClass {
  booking: BookingView;
  places: PlaceView[];
  startsAt: string;
  endsAt: string;
}

const KEPT = 'bearhug.mine';

/** What is booked; without a network, what was known last. */
export async function readMine(): Promise<Mine> {
  try {
    await backFromPaying();
    const [all, waiting, credits] = await Promise.all([
      bookings('GET /v1/bookings', { query: { limit: 100 } }),
      bookings('GET /v1/waitlist', { query: { limit: 100 } }),
      bookings('GET /v1/credits', { query: { limit: 100 } }),
    ]);
    const mine = { bookings: all.data.items, waiting: waiting.data.items, credits: credits.data.items };
    localStorage.setItem(KEPT, JSON.stringify({ ...mine, asOf: new Date(now()).toISOString() }));
    return mine;
  } catch (cause) {
    const kept = localStorage.getItem(KEPT);
    if (kept && Problem.of(cause).isPassing) return JSON.parse(kept);
    throw cause;
  }
}

/** Who comes back from the page where a booking is paid need not wait for the news of it. */
async function backFromPaying(): Promise<void> {
  const id = new URLSearchParams(location.search).get('booking');
  if (!id) return;
  try {
    const { data: booking } = await bookings('GET /v1/bookings/{id}', { path: { id } });
    if (isUnderWay(booking.payment)) await bookings('POST /v1/payments/{id}/refresh', { path: { id: booking.payment.id } });
  } catch (cause) {
    // The news come by themselves, a little later.
    if (!(cause instanceof Problem)) throw cause;
  }
}

const isUnderWay = (payment: PaymentView | undefined): boolean =>
  payment?.state === 'OPENING' || payment?.state === 'OPEN' || payment?.state === 'PROCESSING';

/** What is still to come, soonest first. */
export function coming({ bookings: all }: Mine): MyClass[] {
  const classes = new Map<string, MyClass>();
  for (const booking of all) {
    for (const place of booking.places) {
      const over = Date.parse(place.endsAt) <= now();
      if (over || place.state !== 'CONFIRMED' || booking.state === 'CANCELLED') continue;
      const known = classes.get(place.sessionId + booking.id);
      if (known) known.places.push(place);
      else classes.set(place.sessionId + booking.id, { booking, places: [place], startsAt: place.startsAt, endsAt: place.endsAt });
    }
  }
  return [...classes.values()].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** Bookings whose seats are kept until they are paid. */
export const unpaid = (mine: Mine): BookingView[] => mine.bookings.filter(({ state }) => state === 'PENDING_PAYMENT');

/** Bookings that can still be cancelled; one that is being paid among them. */
export const open = (mine: Mine): BookingView[] =>
  mine.bookings.filter((booking) => booking.state === 'PENDING_PAYMENT' || coming({ ...mine, bookings: [booking] }).length > 0);
