import { html, nothing, type TemplateResult } from 'lit';
import type { BookingView, PassView } from '../api/types/bookings';
import { wavingBear } from '../art/scenes';
import { day, price, shortDay, time } from '../kit/format';
import { t } from '../kit/messages';
import { leadsToPay } from './pay-button';

/** The way to the page on which it is paid, open or to be asked for, and the instructor's words on how. */
export function payment(bought: BookingView | PassView): TemplateResult {
  const { url, amount, howToPay, expiresAt } = bought.payment ?? {};
  if (leadsToPay(url)) {
    const kept = bought.state === 'PENDING_PAYMENT' && expiresAt;
    return html`<div class="to-pay">
      ${kept ? html`<p>${t('booked.keptUntil', { day: shortDay(expiresAt), time: time(expiresAt) })}</p>` : nothing}
      <a class="primary wholly" href=${url}>${t('booked.pay', { price: price(amount) })}</a>
    </div>`;
  }
  return html`${bought.payableOnline ? html`<pay-button .bought=${bought}></pay-button>` : nothing}
    ${howToPay ? html`<div class="notice warm"><div><p class="notice-title">${t(bought.payableOnline ? 'booked.orByHand' : 'booked.howToPay')}</p><p class="prose">${howToPay}</p></div></div>` : nothing}`;
}

/** It is done: when the first class is, and what to do until then. */
export function bookedPage(booking: BookingView): TemplateResult {
  const first = booking.places.find((place) => place.state === 'CONFIRMED');
  const toPay = booking.state === 'PENDING_PAYMENT';
  return html`<div class="centre" role="status">
    <div class="scene">${wavingBear}</div>
    <h1>${t(toPay ? 'booked.almost' : 'booked.title')}</h1>
    ${first ? html`<p class="lead">${t('booked.first', { day: day(first.startsAt), time: time(first.startsAt) })}</p>` : nothing}
    ${toPay && !booking.payment?.expiresAt ? html`<p class="lead">${t('booked.kept')}</p>` : nothing}
    ${payment(booking)}
    ${toPay ? nothing : html`<p>${t('booked.then')}</p>`}
    <a class=${toPay ? 'secondary wholly' : 'primary wholly'} href="/my-classes">${t('nav.mine')}</a>
  </div>`;
}
