import { html, nothing, type TemplateResult } from 'lit';
import type { PassView } from '../api/types/bookings';
import { payment } from '../booking/booked';
import { onDay, sum } from '../kit/format';
import { t } from '../kit/messages';

/** A pass of mine: what is left of it, until when, and whether it is paid. */
export function passCard(pass: PassView): TemplateResult {
  return html`<h3>${pass.title}</h3>
    <p class="fill wide-fill"><progress max=${pass.units} value=${pass.unitsLeft} aria-hidden="true"></progress>
      <span class="strong number">${t('passes.left', { left: pass.unitsLeft, units: pass.units })}</span></p>
    <p class="quiet">${t('mine.creditUntil', { day: onDay(pass.validUntil) })}</p>
    ${state(pass)}`;
}

function state(pass: PassView): TemplateResult | typeof nothing {
  if (pass.state === 'PAID') return nothing;
  if (pass.state !== 'PENDING_PAYMENT') return html`<p class="card-end"><span class="tag">${t(`passes.${pass.state}`)}</span></p>`;
  return html`<p class="card-end"><span class="tag warm">${t('paid.PENDING_PAYMENT')}: ${sum(pass.balance)}</span></p>
    <p class="small quiet">${t('passes.payFirst')}</p>
    ${payment(pass)}`;
}
