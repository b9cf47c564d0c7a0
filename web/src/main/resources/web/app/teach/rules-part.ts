import { html } from 'lit';
import { bookings } from '../api/client';
import type { PaymentRules } from '../api/types/bookings';
import { Form, type Values } from '../kit/form';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** How carers pay me, in my own words, and by when. */
class RulesPart extends View {
  private etag: string | null = null;
  private readonly rules: Load<PaymentRules> = new Load(this, async () => {
    const { data, etag } = await bookings('GET /v1/me/payment-rules');
    this.etag = etag;
    return data;
  });
  private readonly form = new Form(this);

  render() {
    return this.rules.render((rules) => html`<h2>${t('rules.title')}</h2>
      <form class="stack" @submit=${this.form.send((values) => this.save(rules, values))}>
        ${this.form.field('howToPay', t('rules.how'), { rows: 4, optional: true, maxlength: 1000, hint: t('rules.howHint'), value: rules.howToPay })}
        ${this.form.field('dueDays', t('rules.due'), { type: 'number', optional: true, min: 0, max: 60, value: rules.dueDays })}
        ${this.form.words()}
        ${this.form.saved()}
        ${this.form.button(t('state.save'))}
      </form>`);
  }

  private async save(rules: PaymentRules, { howToPay, dueDays }: Values): Promise<void> {
    const { howToPay: _, dueDays: __, ...rest } = rules;
    const body = { ...rest, ...(howToPay ? { howToPay } : {}), ...(dueDays ? { dueDays: Number(dueDays) } : {}) };
    this.etag = (await bookings('PUT /v1/me/payment-rules', { body, ifMatch: this.etag })).etag;
  }
}

define('rules-part', RulesPart);
