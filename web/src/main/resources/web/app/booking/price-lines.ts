import { html, nothing, type TemplateResult } from 'lit';
import type { BookingView, Money, PriceView } from '../api/types/bookings';
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

/** Whether it is paid, and what is still open or came back. */
export function standing({ state, price, balance, cameBack }: BookingView): TemplateResult | typeof nothing {
  if (!balance || price.amount === 0) return nothing;
  const line = (text: string, money: Money) => html`<div><span>${text}</span><span class="number">${sum(money)}</span></div>`;
  const paid = state === 'CONFIRMED' ? { ...price, amount: price.amount - balance.amount } : undefined;
  return html`<div class="sum">
    ${paid?.amount > 0 ? line(t('payments.PAID'), paid) : nothing}
    ${balance.amount > 0 ? line(t('paid.PENDING_PAYMENT'), balance) : nothing}
    ${cameBack?.amount > 0 ? line(t('mine.cameBack'), cameBack) : nothing}
  </div>`;
}

function words(code: string): string {
  const key = `line.${code}`;
  return says(key) ? t(key) : code;
}

const signed = (amount: number, currency: string): string =>
  amount < 0 ? `−${sum({ amount: -amount, currency })}` : sum({ amount, currency });
