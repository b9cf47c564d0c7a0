import { html, type TemplateResult } from 'lit';
import type { NewBlock, Pricing } from '../api/types/courses';
import type { Form, Values } from '../kit/form';
import { money } from '../kit/money';
import { t } from '../kit/messages';

const CURRENCIES = ['GBP', 'EUR', 'USD', 'CHF', 'SEK', 'DKK', 'NOK', 'PLN'];

export function currencyChoice(chosen?: string): TemplateResult {
  return html`<div><label for="currency">${t('dates.currency')}</label><select id="currency" name="currency">${CURRENCIES.map((each) => html`<option ?selected=${each === chosen}>${each}</option>`)}</select></div>`;
}

/** What makes a block cheaper for some; most blocks need none of it. */
export function priceFields(form: Form, { siblingPercent, minimum, proRata }: Values): TemplateResult {
  return html`<details ?open=${Boolean(siblingPercent || minimum || proRata)}><summary>${t('pricing.more')}</summary>
    <div class="pair">${form.field('earlyPrice', t('pricing.early'), { pointer: 'pricing/earlyPrice', type: 'number', step: 'any', optional: true, min: 0 })}${form.field('earlyUntil', t('pricing.until'), { pointer: 'pricing/earlyUntil', type: 'date', optional: true })}</div>
    <div class="pair">${form.field('siblingPercent', t('pricing.sibling'), { pointer: 'pricing/siblingPercent', value: siblingPercent, type: 'number', optional: true, min: 1, max: 100 })}${form.field('minimum', t('pricing.minimum'), { pointer: 'pricing/minimum', value: minimum, type: 'number', step: 'any', optional: true, min: 0 })}</div>
    <label class="choice"><input type="checkbox" name="proRata" ?checked=${proRata !== undefined}><span>${t('pricing.proRata')}</span></label>
  </details>`;
}

export function pricing(values: Values): Pick<NewBlock, 'pricing'> {
  const wish: Pricing = {
    ...(values.earlyPrice && values.earlyUntil ? { earlyPrice: money(values.earlyPrice, values.currency), earlyUntil: values.earlyUntil } : {}),
    ...(values.siblingPercent ? { siblingPercent: Number(values.siblingPercent) } : {}),
    ...(values.minimum ? { minimum: money(values.minimum, values.currency) } : {}),
    ...('proRata' in values ? { proRata: true } : {}),
  };
  return Object.keys(wish).length === 0 ? {} : { pricing: wish };
}
