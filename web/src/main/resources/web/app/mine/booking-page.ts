import { html, nothing } from 'lit';
import { bookings, courses } from '../api/client';
import { session } from '../api/session';
import type { BookingView } from '../api/types/bookings';
import type { BlockView, SessionView } from '../api/types/courses';
import { payment } from '../booking/booked';
import { priceLines, standing } from '../booking/price-lines';
import { icons } from '../art/icons';
import { now } from '../kit/clock';
import { onDay, shortDay, time } from '../kit/format';
import { Load } from '../kit/load';
import { t, tn } from '../kit/messages';
import { PageView, define } from '../kit/view';
import './cancel-button';

const OFTEN = 2_000;
const TRIES = 10;

/** One booking: where a payment page and our letters lead back to. */
class BookingPage extends PageView {
  private readonly booking: Load<BookingView> = new Load(this, () => this.read());
  private kept: SessionView[] = [];
  private tries = 0;
  private timer: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    this.addEventListener('changed', () => void this.booking.run());
  }

  pageTitle = () => this.booking.value?.title ?? t('nav.mine');

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  render() {
    return this.booking.render((booking) => html`
      <a class="crumb" href="/my-classes">${icons.back}${t('nav.mine')}</a>
      <h1>${booking.title}</h1>
      ${this.kept.length === 0 ? nothing : html`<p class="lead">${tn('book.times', this.kept.length)}, ${t('mine.from', { day: `${shortDay(this.kept[0].startsAt)}, ${time(this.kept[0].startsAt)}` })}</p>`}
      <p role="status">${this.state(booking)}</p>
      ${payment(booking)}
      ${booking.places.length === 0 ? nothing : html`<ul class="rows panel narrow-panel">${booking.places.map((place) => html`<li>
        <span><span class="strong">${shortDay(place.startsAt)}, ${time(place.startsAt)}</span><span class="hint">${place.childName}</span></span>
        ${place.state === 'RELEASED' ? html`<span class="tag">${t('paid.givenBack')}</span>` : nothing}</li>`)}</ul>`}
      <div class="panel narrow-panel">${priceLines(booking.price)}${standing(booking)}
        <p class="small quiet after">${t('mine.bookedOn', { day: onDay(booking.bookedAt), name: session.person?.name ?? '' })}</p></div>
      <p class="actions">
        ${this.canMove(booking) ? html`<a class="secondary" href="/bookings/${booking.id}/move">${t('move.do')}</a>` : nothing}
        ${booking.state === 'CONFIRMED' ? html`<button type="button" class="secondary" @click=${() => print()}>${t('mine.print')}</button>` : nothing}
      </p>
      ${isOpen(booking) ? html`<cancel-button .booking=${booking}></cancel-button>` : nothing}`);
  }

  /** A block as a whole, before it begins. */
  private canMove({ blockId, state, places }: BookingView): boolean {
    const kept = places.filter((place) => place.state === 'CONFIRMED');
    return blockId !== undefined && state === 'CONFIRMED' && kept.length > 0 && kept.every(({ startsAt }) => Date.parse(startsAt) > now());
  }

  private state(booking: BookingView) {
    const waits = booking.state === 'PENDING_PAYMENT';
    return html`<span class="tag ${waits ? 'warm' : booking.state === 'CONFIRMED' ? 'good' : ''}">${t(`paid.${booking.state}`)}</span>
      ${waits && booking.payment?.state !== 'OPEN' && this.tries > 0 && this.tries < TRIES ? html`<span class="quiet">${t('paid.looking')}</span>` : nothing}`;
  }

  /** Who comes back from paying may be faster than the news of it. */
  private async read(): Promise<BookingView> {
    const { data } = await bookings('GET /v1/bookings/{id}', { path: { id: this.params.id } });
    this.kept = data.state === 'PENDING_PAYMENT' ? await sessionsOf(data) : [];
    if (data.state === 'PENDING_PAYMENT' && data.payment?.provider === 'STRIPE' && this.tries < TRIES) {
      this.tries++;
      bookings('POST /v1/payments/{id}/refresh', { path: { id: data.payment.id } }).catch((): void => undefined);
      this.timer = setTimeout((): void => void this.booking.run(), OFTEN);
    }
    return data;
  }
}

/** What is kept for who has not paid yet, whose places come with the money. It can be paid without knowing. */
async function sessionsOf({ blockId, sessionId, bookedAt }: BookingView): Promise<SessionView[]> {
  try {
    if (sessionId) return [(await courses('GET /v1/sessions/{id}', { path: { id: sessionId }, open: true })).data as SessionView];
    const { sessions } = (await courses('GET /v1/blocks/{id}', { path: { id: blockId }, open: true })).data as BlockView;
    return sessions.filter(({ state, startsAt }) => state === 'SCHEDULED' && startsAt > bookedAt);
  } catch {
    return [];
  }
}

/** Whether something of it can still be given back. */
const isOpen = ({ state, places }: BookingView): boolean =>
  state === 'PENDING_PAYMENT' || (state === 'CONFIRMED' && places.some((place) => place.state === 'CONFIRMED' && Date.parse(place.startsAt) > now()));

define('booking-page', BookingPage);
