import { html, nothing } from 'lit';
import { bookings, freshKey } from '../api/client';
import type { BookingView } from '../api/types/bookings';
import { Form } from '../kit/form';
import { moment, sum } from '../kit/format';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import { sure } from '../shell/sure';

/** The way out of a booking, which says first what comes back. */
class CancelButton extends View {
  static properties = { booking: { attribute: false } };
  declare booking: BookingView;
  private readonly form = new Form(this);
  private readonly key = freshKey();

  render() {
    return html`${this.form.words()}
      <button type="button" class="plain" ?disabled=${this.form.busy} @click=${this.cancel}>${t('cancel.do')}</button>`;
  }

  private async cancel(): Promise<void> {
    const { id, price, state } = this.booking;
    await this.form.attempt(async () => {
      const { data: preview } = await bookings('GET /v1/bookings/{id}/cancellation', { path: { id } });
      const nothingPaid = price.amount === 0 || (state === 'PENDING_PAYMENT' && preview.comesBack.amount === 0);
      const question = html`<h2>${t('cancel.title')}</h2>
        <p>${nothingPaid ? t('cancel.free') : t('cancel.back', { price: sum(preview.comesBack) })}</p>
        ${preview.fullUntil && preview.percent === 100 && !nothingPaid ? html`<p class="quiet">${t('cancel.until', { moment: moment(preview.fullUntil) })}</p>` : nothing}`;
      if (!(await sure(question, t('cancel.yes')))) return;
      await bookings('POST /v1/bookings/{id}/cancel', { path: { id }, key: this.key });
      this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
    });
  }
}

define('cancel-button', CancelButton);
