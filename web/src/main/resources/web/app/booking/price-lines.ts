import { html, nothing, type TemplateResult } from 'lit';
import type { PriceView } from '../api/types/bookings';
import { price as shown, sum } from '../kit/format';
import { says, t } from '../kit/messages';

/** A price as it comes about, line by line where there is more than one. */
export function priceLines(price: PriceView): TemplateResult {
  const lines = price.lines ?? [];
  return html`<div class="sum">
    ${lines.length < 2 ? nothing : lines.map((line) => html`<div>
      <span>${words(line.code)}${line.code === 'VOUCHER' && line.text ? ` ${line.text}` : nothing}</span>
      <span class="number">${signed(line.amount, price.currency)}</span></div>`)}
    <div class="total"><span>${t('book.total')}</span><span class="number">${shown(price)}</span></div>
  </div>`;
}

function words(code: string): string {
  const key = `line.${code}`;
  return says(key) ? t(key) : code;
}

const signed = (amount: number, currency: string): string =>
  amount < 0 ? `−${sum({ amount: -amount, currency })}` : sum({ amount, currency });
