import { html, nothing } from 'lit';
import { bookings } from '../api/client';
import type { BookingView } from '../api/types/bookings';
import { payment } from '../booking/booked';
import { priceLines } from '../booking/price-lines';
import { icons } from '../art/icons';
import { now } from '../kit/clock';
import { shortDay, time } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import './cancel-button';

const OFTEN = 2_000;
const TRIES = 10;

/** One booking: where a payment page and our letters lead back to. */
class BookingPage extends PageView {
  private readonly booking: Load<BookingView> = new Load(this, () => this.read());
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
      <p role="status">${this.state(booking)}</p>
      ${payment(booking)}
      ${booking.places.length === 0 ? nothing : html`<ul class="rows panel narrow-panel">${booking.places.map((place) => html`<li>
        <span><span class="strong">${shortDay(place.startsAt)}, ${time(place.startsAt)}</span><span class="hint">${place.childName}</span></span>
        ${place.state === 'RELEASED' ? html`<span class="tag">${t('paid.givenBack')}</span>` : nothing}</li>`)}</ul>`}
      <div class="panel narrow-panel">${priceLines(booking.price)}</div>
      ${this.canMove(booking) ? html`<p class="actions"><a class="secondary wholly" href="/bookings/${booking.id}/move">${t('move.do')}</a></p>` : nothing}
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
      ${waits && this.tries > 0 && this.tries < TRIES ? html`<span class="quiet">${t('paid.looking')}</span>` : nothing}`;
  }

  /** Who comes back from paying may be faster than the news of it. */
  private async read(): Promise<BookingView> {
    const { data } = await bookings('GET /v1/bookings/{id}', { path: { id: this.params.id } });
    if (data.state === 'PENDING_PAYMENT' && data.payment?.provider === 'STRIPE' && this.tries < TRIES) {
      this.tries++;
      bookings('POST /v1/payments/{id}/refresh', { path: { id: data.payment.id } }).catch((): void => undefined);
      this.timer = setTimeout((): void => void this.booking.run(), OFTEN);
    }
    return data;
  }
}

/** Whether something of it can still be given back. */
const isOpen = ({ state, places }: BookingView): boolean =>
  state === 'PENDING_PAYMENT' || (state === 'CONFIRMED' && places.some((place) => place.state === 'CONFIRMED' && Date.parse(place.startsAt) > now()));

define('booking-page', BookingPage);
