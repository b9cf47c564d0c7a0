import { html, nothing } from 'lit';
import { bookings, freshKey } from '../api/client';
import type { PassView } from '../api/types/bookings';
import { Form } from '../kit/form';
import { onDay, sum } from '../kit/format';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import { sure } from '../shell/sure';
import { isReturnable } from './passes';

/** The way out of a pass that nobody uses, which says first what comes back. */
class ReturnPass extends View {
  static properties = { pass: { attribute: false } };
  declare pass: PassView;
  private readonly form = new Form(this);
  private readonly key = freshKey();

  render() {
    if (!isReturnable(this.pass)) return nothing;
    return html`${this.form.words()}
      <p class="card-end"><button type="button" class="plain" aria-label="${t('passes.return')}: ${this.pass.title}" ?disabled=${this.form.busy} @click=${this.giveBack}>${t('passes.return')}</button></p>`;
  }

  private async giveBack(): Promise<void> {
    const id = this.pass.id;
    await this.form.attempt(async () => {
      const { data: preview } = await bookings('GET /v1/passes/{id}/return', { path: { id } });
      const question = html`<h2>${t('passes.returnTitle')}</h2>
        <p>${preview.comesBack.amount === 0 ? t('passes.returnUnpaid') : t('cancel.back', { price: sum(preview.comesBack) })}</p>
        ${preview.comesBack.amount === 0 ? nothing : html`<p class="quiet">${t('passes.returnUntil', { day: onDay(preview.until) })}</p>`}`;
      if (!(await sure(question, t('passes.returnYes')))) return;
      await bookings('POST /v1/passes/{id}/return', { path: { id }, key: this.key });
      this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
    });
  }
}

define('return-pass', ReturnPass);
