import { html, nothing } from 'lit';
import type { Money } from '../api/types/courses';
import { Form } from '../kit/form';
import { price } from '../kit/format';
import { majorUnits, minorUnits } from '../kit/money';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

export interface Extras {
  amount?: number;
  voucher?: string;
}

/** A voucher, and what somebody pays where one pays what one can. */
class PriceWish extends View {
  static properties = { minimum: { attribute: false }, list: { attribute: false } };
  declare minimum: Money | undefined;
  declare list: Money | undefined;
  private readonly form = new Form(this);

  render() {
    return html`<div @change=${this.tell}>
      ${this.minimum ? this.form.field('amount', t('wish.amount'), { type: 'number', step: 'any', min: majorUnits(this.minimum.amount, this.minimum.currency), hint: t('wish.amountHint', { from: price(this.minimum), list: price(this.list) }), optional: true }) : nothing}
      ${this.list?.amount > 0 ? html`<details><summary>${t('wish.voucher')}</summary>${this.form.field('voucher', t('wish.code'), { optional: true, maxlength: 30 })}</details>` : nothing}
    </div>`;
  }

  private tell(): void {
    const typed = (name: string) => this.querySelector<HTMLInputElement>(`[name=${name}]`)?.value.trim() ?? '';
    const extras: Extras = {
      ...(typed('amount') ? { amount: minorUnits(typed('amount'), this.list.currency) } : {}),
      ...(typed('voucher') ? { voucher: typed('voucher') } : {}),
    };
    this.dispatchEvent(new CustomEvent('wish', { detail: extras }));
  }
}

define('price-wish', PriceWish);
