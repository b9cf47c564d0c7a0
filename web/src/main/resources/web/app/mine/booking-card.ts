import { html, nothing } from 'lit';
import type { BookingView } from '../api/types/bookings';
import { price, shortDay } from '../kit/format';
import { t, tn } from '../kit/messages';
import { View, define } from '../kit/view';
import { payment } from '../booking/booked';
import './cancel-button';

/** A booking: what it is, what is to be paid, and the way out of it. */
class BookingCard extends View {
  static properties = { booking: { attribute: false } };
  declare booking: BookingView;

  render() {
    const { id, title, places, price: paid } = this.booking;
    const kept = places.filter(({ state }) => state === 'CONFIRMED').sort((a, b) => a.startsAt.localeCompare(b.startsAt));
    return html`<div class="card">
      <h3><a class="quiet-link" href="/bookings/${id}">${title}</a></h3>
      <p class="quiet">${kept.length === 0 ? nothing : html`${tn('book.times', kept.length)}, ${t('mine.from', { day: shortDay(kept[0].startsAt) })} · `}${price(paid)}</p>
      ${payment(this.booking)}
      <cancel-button class="card-end" .booking=${this.booking}></cancel-button>
    </div>`;
  }
}

define('booking-card', BookingCard);
