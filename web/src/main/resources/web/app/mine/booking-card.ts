import { html, nothing } from 'lit';
import { bookings, freshKey } from '../api/client';
import type { BookingView } from '../api/types/bookings';
import { Form } from '../kit/form';
import { moment, price, shortDay, sum } from '../kit/format';
import { t, tn } from '../kit/messages';
import { View, define } from '../kit/view';
import { payment } from '../booking/booked';
import { sure } from '../shell/sure';

/** A booking, and the way out of it, which says first what comes back. */
class BookingCard extends View {
  static properties = { booking: { attribute: false } };
  declare booking: BookingView;
  private readonly form = new Form(this);
  private readonly key = freshKey();

  render() {
    const { title, places, price: paid } = this.booking;
    const kept = places.filter(({ state }) => state === 'CONFIRMED').sort((a, b) => a.startsAt.localeCompare(b.startsAt));
    return html`<div class="card">
      <h3><a href="/bookings/${this.booking.id}">${title}</a></h3>
      <p class="quiet">${kept.length === 0 ? nothing : html`${tn('book.times', kept.length)}, ${t('mine.from', { day: shortDay(kept[0].startsAt) })} · `}${price(paid)}</p>
      ${payment(this.booking)}
      ${this.form.words()}
      <p class="card-end"><button type="button" class="plain" ?disabled=${this.form.busy} @click=${this.cancel}>${t('cancel.do')}</button></p>
    </div>`;
  }

  private async cancel(): Promise<void> {
    const id = this.booking.id;
    await this.form.attempt(async () => {
      const { data: preview } = await bookings('GET /v1/bookings/{id}/cancellation', { path: { id } });
      const question = html`<h2>${t('cancel.title')}</h2>
        <p>${this.booking.price.amount === 0 ? t('cancel.free') : t('cancel.back', { price: sum(preview.comesBack) })}</p>
        ${preview.fullUntil && preview.percent === 100 && this.booking.price.amount > 0 ? html`<p class="quiet">${t('cancel.until', { moment: moment(preview.fullUntil) })}</p>` : nothing}`;
      if (!(await sure(question, t('cancel.yes')))) return;
      await bookings('POST /v1/bookings/{id}/cancel', { path: { id }, key: this.key });
      this.dispatchEvent(new CustomEvent('changed'));
    });
  }
}

define('booking-card', BookingCard);
