import { html, nothing } from 'lit';
import { bookings, freshKey, Keys } from '../api/client';
import type { WaitlistView } from '../api/types/bookings';
import { Form } from '../kit/form';
import { price } from '../kit/format';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import type { Extras } from '../booking/price-wish';
import '../booking/hold-clock';
import '../booking/price-wish';
import '../pass/offer-passes';

/** My place in a line, or the seats that are kept for me because it was my turn. */
class WaitingCard extends View {
  static properties = { entry: { attribute: false } };
  declare entry: WaitlistView;
  private readonly form = new Form(this);
  private readonly key = freshKey();
  private readonly keys = new Keys();
  private voucher: string | undefined;

  render() {
    const { title, offer, position } = this.entry;
    return html`<div class=${offer ? 'next-class' : 'card'}>
      ${offer ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
      ${offer
        ? html`<p>${t('wait.yourTurn', { price: price(offer.price) })}</p>
          <hold-clock .until=${offer.expiresAt} @over=${this.changed}></hold-clock>
          <price-wish .list=${offer.price} @wish=${this.wish}></price-wish>
          <offer-passes .entry=${this.entry} .busy=${this.form.busy} @use=${this.acceptWith}></offer-passes>
          <div class="actions">
            <button type="button" class="primary" ?disabled=${this.form.busy} @click=${this.accept}>${t('wait.accept')}</button>
            <button type="button" class="secondary" ?disabled=${this.form.busy} @click=${this.decline}>${t('wait.decline')}</button>
          </div>`
        : html`<p class="quiet">${position ? t('wait.position', { n: position }) : nothing}</p>
          <p class="card-end"><button type="button" class="secondary wholly" ?disabled=${this.form.busy} @click=${this.leave}>${t('wait.leave')}</button></p>`}
      ${this.form.words()}
    </div>`;
  }

  private wish = ({ detail }: CustomEvent<Extras>): void => void (this.voucher = detail.voucher);
  private accept = (): Promise<void> => this.take(this.voucher ? { voucher: this.voucher } : {});
  private acceptWith = ({ detail }: CustomEvent<string>): Promise<void> => this.take({ passId: detail });
  private decline = (): Promise<void> => this.send(() => bookings('POST /v1/waitlist/{id}/decline', { path: { id: this.entry.id }, key: this.key + 'd' }));
  private leave = (): Promise<void> => this.send(() => bookings('DELETE /v1/waitlist/{id}', { path: { id: this.entry.id } }));

  /** Another way to pay is another request, and so another key. */
  private take(body: { voucher?: string; passId?: string }): Promise<void> {
    return this.send(() => bookings('POST /v1/waitlist/{id}/accept', { path: { id: this.entry.id }, body, key: this.keys.of(JSON.stringify(body)) }));
  }

  private async send(action: () => Promise<unknown>): Promise<void> {
    await this.form.attempt(async () => void (await action()));
    if (this.form.done) this.changed();
  }

  private changed(): void {
    this.dispatchEvent(new CustomEvent('changed'));
  }
}

define('waiting-card', WaitingCard);
