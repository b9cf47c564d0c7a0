import { html } from 'lit';
import { bookings, Keys } from '../api/client';
import type { PassOfferView, PassView } from '../api/types/bookings';
import { Form } from '../kit/form';
import { onDay, sum } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import { sure } from '../shell/sure';

/** Who bought a pass of mine, and what is still owed for it. */
class SoldPasses extends View {
  static properties = { offer: { attribute: false } };
  declare offer: PassOfferView;
  private readonly sold: Load<PassView[]> = new Load(this, async () =>
    (await bookings('GET /v1/pass-offers/{id}/passes', { path: { id: this.offer.id }, query: { limit: 100 } })).data.items);
  private readonly form = new Form(this);
  private readonly keys = new Keys();

  render() {
    return this.sold.render((sold) => sold.length === 0
      ? html`<p class="quiet">${t('passes.noneSold')}</p>`
      : html`<ul class="rows">${sold.map((pass) => this.row(pass))}</ul>${this.form.words()}`, html`<p class="quiet" role="status">${t('state.loading')}</p>`);
  }

  private row(pass: PassView) {
    const name = pass.carerName ?? t('roster.gone');
    return html`<li>
      <span><span class="strong">${name}</span><span class="hint">${onDay(pass.boughtAt)} · ${t('passes.left', { left: pass.unitsLeft, units: pass.units })}</span></span>
      ${pass.state !== 'PENDING_PAYMENT'
        ? html`<span class="tag ${pass.state === 'PAID' ? 'good' : ''}">${t(pass.state === 'PAID' ? 'payments.PAID' : `passes.${pass.state}`)}</span>`
        : html`<span class="tag warm number">${sum(pass.balance)}</span>
          <button type="button" class="secondary" aria-label="${t('payments.came')}: ${name}" ?disabled=${this.form.busy} @click=${() => this.note(pass, name)}>${t('payments.came')}</button>`}
    </li>`;
  }

  private async note(pass: PassView, name: string): Promise<void> {
    if (!(await sure(t('payments.sure', { price: sum(pass.balance), name }), t('payments.came')))) return;
    await this.form.attempt(async () => {
      await bookings('POST /v1/passes/{id}/paid', { path: { id: pass.id }, key: this.keys.of(pass.id) });
      await this.sold.run();
    });
  }
}

define('sold-passes', SoldPasses);
