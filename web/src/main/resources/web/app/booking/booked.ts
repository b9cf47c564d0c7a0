import { html, nothing, type TemplateResult } from 'lit';
import type { BookingView } from '../api/types/bookings';
import { wavingBear } from '../art/scenes';
import { day, price, time } from '../kit/format';
import { t } from '../kit/messages';

/** What a booking may say about its payment; nothing does yet where money does not move. */
interface Payment {
  url?: string;
  instructions?: string;
}

/** It is done: when the first class is, and what to do until then. */
export function bookedPage(booking: BookingView & { payment?: Payment }): TemplateResult {
  const first = booking.places.find((place) => place.state === 'CONFIRMED');
  const toPay = booking.state === 'PENDING_PAYMENT';
  return html`<div class="centre" role="status">
    <div class="scene">${wavingBear}</div>
    <h1>${t(toPay ? 'booked.almost' : 'booked.title')}</h1>
    ${first ? html`<p class="lead">${t('booked.first', { day: day(first.startsAt), time: time(first.startsAt) })}</p>` : nothing}
    ${booking.payment?.instructions ? html`<p class="prose">${booking.payment.instructions}</p>` : nothing}
    ${toPay && booking.payment?.url?.startsWith('https:')
      ? html`<a class="primary wholly" href=${booking.payment.url}>${t('booked.pay', { price: price(booking.price) })}</a>`
      : html`<p>${t('booked.then')}</p><a class="primary wholly" href="/my-classes">${t('nav.mine')}</a>`}
  </div>`;
}
