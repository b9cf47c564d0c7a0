import { html } from 'lit';
import { bookings, freshKey } from '../api/client';
import type { VoucherView } from '../api/types/bookings';
import { Form, type Values } from '../kit/form';
import { price } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import { sure } from '../shell/sure';

/** Codes that make a class cheaper. */
class VouchersPart extends View {
  private readonly vouchers: Load<VoucherView[]> = new Load(this, async () => (await bookings('GET /v1/vouchers', { query: { limit: 100 } })).data.items);
  private readonly form = new Form(this);
  private key = freshKey();

  render() {
    return html`<h2>${t('vouchers.title')}</h2>
      ${this.vouchers.render((all) => html`<ul class="rows">${all.map((voucher) => html`<li>
        <span><code>${voucher.code}</code><span class="hint">${voucher.percent ? `${voucher.percent} %` : price(voucher.amount)} · ${t('vouchers.used', { n: voucher.used ?? 0 })}</span></span>
        <button type="button" class="plain" aria-label=${t('passkeys.removeOne', { name: voucher.code })} @click=${() => this.withdraw(voucher)}>${t('passkeys.remove')}</button></li>`)}</ul>`)}
      <form class="stack" @submit=${this.form.send((values) => this.make(values))}>
        <div class="pair">${this.form.field('code', t('wish.code'), { maxlength: 30 })}${this.form.field('percent', t('vouchers.percent'), { type: 'number', min: 1, max: 100 })}</div>
        ${this.form.field('uses', t('vouchers.uses'), { type: 'number', optional: true, min: 1 })}
        ${this.form.words()}
        ${this.form.button(t('vouchers.make'))}
      </form>`;
  }

  private async make({ code, percent, uses }: Values): Promise<void> {
    await bookings('POST /v1/vouchers', { body: { code, percent: Number(percent), ...(uses ? { uses: Number(uses) } : {}) }, key: this.key });
    this.key = freshKey();
    this.querySelector('form').reset();
    await this.vouchers.run();
  }

  private async withdraw({ id, code }: VoucherView): Promise<void> {
    if (!(await sure(t('passkeys.removeOne', { name: code }), t('passkeys.remove')))) return;
    await this.form.attempt(async () => {
      await bookings('DELETE /v1/vouchers/{id}', { path: { id } });
      await this.vouchers.run();
    });
  }
}

define('vouchers-part', VouchersPart);
