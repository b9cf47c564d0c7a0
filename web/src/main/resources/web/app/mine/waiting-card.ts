import { html, nothing } from 'lit';
import { bookings, freshKey } from '../api/client';
import type { WaitlistView } from '../api/types/bookings';
import { Form } from '../kit/form';
import { price } from '../kit/format';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import '../booking/hold-clock';

/** My place in a line, or the seats that are kept for me because it was my turn. */
class WaitingCard extends View {
  static properties = { entry: { attribute: false } };
  declare entry: WaitlistView;
  private readonly form = new Form(this);
  private readonly key = freshKey();

  render() {
    const { title, offer, position } = this.entry;
    return html`<div class=${offer ? 'next-class' : 'card'}>
      ${offer ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
      ${offer
        ? html`<p>${t('wait.yourTurn', { price: price(offer.price) })}</p>
          <hold-clock .until=${offer.expiresAt} @over=${this.changed}></hold-clock>
          <div class="actions">
            <button type="button" class="primary" ?disabled=${this.form.busy} @click=${this.accept}>${t('wait.accept')}</button>
            <button type="button" class="secondary" ?disabled=${this.form.busy} @click=${this.decline}>${t('wait.decline')}</button>
          </div>`
        : html`<p class="quiet">${position ? t('wait.position', { n: position }) : nothing}</p>
          <p class="card-end"><button type="button" class="secondary wholly" ?disabled=${this.form.busy} @click=${this.leave}>${t('wait.leave')}</button></p>`}
      ${this.form.words()}
    </div>`;
  }

  private accept = (): Promise<void> => this.send(() => bookings('POST /v1/waitlist/{id}/accept', { path: { id: this.entry.id }, body: {}, key: this.key }));
  private decline = (): Promise<void> => this.send(() => bookings('POST /v1/waitlist/{id}/decline', { path: { id: this.entry.id }, key: this.key + 'd' }));
  private leave = (): Promise<void> => this.send(() => bookings('DELETE /v1/waitlist/{id}', { path: { id: this.entry.id } }));

  private async send(action: () => Promise<unknown>): Promise<void> {
    await this.form.attempt(async () => void (await action()));
    if (this.form.done) this.changed();
  }

  private changed(): void {
    this.dispatchEvent(new CustomEvent('changed'));
  }
}

define('waiting-card', WaitingCard);
