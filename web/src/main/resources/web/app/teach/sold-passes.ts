import { html } from 'lit';
import { bookings, Keys } from '../api/client';
import type { PassOfferView, PassView } from '../api/types/bookings';
import { Form } from '../kit/form';
import { onDay, sum } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import { sure } from '../shell/sure';

/** Who bought a pass of mine, and what is still owed for it, or to be paid back. */
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
      ${pass.balance.amount === 0 ? this.state(pass) : this.owed(pass, name)}
    </li>`;
  }

  private state({ state }: PassView) {
    const key = state === 'PAID' ? 'payments.PAID' : state === 'PENDING_PAYMENT' ? 'paid.PENDING_PAYMENT' : `passes.${state}` as const;
    return html`<span class="tag ${state === 'PAID' ? 'good' : ''}">${t(key)}</span>`;
  }

  /** To me, or by me for a pass that was given back. */
  private owed(pass: PassView, name: string) {
    const yes = t(pass.balance.amount > 0 ? 'payments.came' : 'passes.paidBack');
    return html`<span class="tag warm number">${sum(pass.balance)}</span>
      <button type="button" class="secondary" aria-label="${yes}: ${name}" ?disabled=${this.form.busy} @click=${() => this.note(pass, name, yes)}>${yes}</button>`;
  }

  private async note(pass: PassView, name: string, yes: string): Promise<void> {
    const came = pass.balance.amount > 0;
    const price = sum({ ...pass.balance, amount: Math.abs(pass.balance.amount) });
    if (!(await sure(t(came ? 'payments.sure' : 'passes.paidBackSure', { price, name }), yes))) return;
    await this.form.attempt(async () => {
      const options = { path: { id: pass.id }, key: this.keys.of(pass.id + yes) };
      await (came ? bookings('POST /v1/passes/{id}/paid', options) : bookings('POST /v1/passes/{id}/paid-back', options));
      await this.sold.run();
    });
  }
}

define('sold-passes', SoldPasses);
