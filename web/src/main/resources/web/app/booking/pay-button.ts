import { html } from 'lit';
import { bookings } from '../api/client';
import type { BookingView, PassView } from '../api/types/bookings';
import { Form } from '../kit/form';
import { sum } from '../kit/format';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** Whether it is an address to lead to; a Stripe that is played is reached without TLS. */
export const leadsToPay = (url: string | undefined): boolean => url !== undefined && /^(https:|http:\/\/localhost:)/.test(url);

/** Asks for the page on which what is owed is paid, and leads there. */
class PayButton extends View {
  static properties = { bought: { attribute: false } };
  declare bought: BookingView | PassView;
  private readonly form = new Form(this);

  render() {
    const label = t('booked.payNow', { price: sum(this.bought.balance) });
    return html`${this.form.words()}
      <button type="button" class="primary wholly" aria-label="${label}: ${this.bought.title}" ?disabled=${this.form.busy} @click=${this.pay}>${label}</button>`;
  }

  private async pay(): Promise<void> {
    const { bought } = this;
    await this.form.attempt(async () => {
      const path = { id: bought.id };
      const { data: { url } } = 'units' in bought
        ? await bookings('POST /v1/passes/{id}/checkout', { path })
        : await bookings('POST /v1/bookings/{id}/checkout', { path });
      if (leadsToPay(url)) location.assign(url);
      // It was paid meanwhile, or a bank is about it.
      else this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
    });
  }
}

define('pay-button', PayButton);
