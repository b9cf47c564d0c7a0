import { html, nothing, type TemplateResult } from 'lit';
import type { BookingView, Money, PaymentView } from '../api/types/bookings';
import { wavingBear } from '../art/scenes';
import { day, price, time } from '../kit/format';
import { t } from '../kit/messages';

/** The way to the page on which it is paid, or the instructor's words on how. */
export function payment(bought: { payment?: PaymentView; price?: Money }): TemplateResult | typeof nothing {
  const { url, howToPay } = bought.payment ?? {};
  // A Stripe that is played is reached without TLS.
  if (url && /^(https:|http:\/\/localhost:)/.test(url)) return html`<a class="primary wholly" href=${url}>${t('booked.pay', { price: price(bought.price) })}</a>`;
  return howToPay ? html`<div class="notice warm"><div><p class="notice-title">${t('booked.howToPay')}</p><p class="prose">${howToPay}</p></div></div>` : nothing;
}

/** It is done: when the first class is, and what to do until then. */
export function bookedPage(booking: BookingView): TemplateResult {
  const first = booking.places.find((place) => place.state === 'CONFIRMED');
  const toPay = booking.state === 'PENDING_PAYMENT';
  return html`<div class="centre" role="status">
    <div class="scene">${wavingBear}</div>
    <h1>${t(toPay ? 'booked.almost' : 'booked.title')}</h1>
    ${first ? html`<p class="lead">${t('booked.first', { day: day(first.startsAt), time: time(first.startsAt) })}</p>` : nothing}
    ${toPay ? html`<p class="lead">${t('booked.kept')}</p>` : nothing}
    ${payment(booking)}
    ${toPay ? nothing : html`<p>${t('booked.then')}</p>`}
    <a class=${toPay ? 'secondary wholly' : 'primary wholly'} href="/my-classes">${t('nav.mine')}</a>
  </div>`;
}
