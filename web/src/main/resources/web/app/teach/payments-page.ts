import { html, nothing } from 'lit';
import { bookings, Keys } from '../api/client';
import type { PageTaught, Taught } from '../api/types/bookings';
import { basket } from '../art/scenes';
import { icons } from '../art/icons';
import { Form } from '../kit/form';
import { onDay, sum } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { sure } from '../shell/sure';
import './rules-part';

/** What carers owe me, and how I like to be paid. */
class PaymentsPage extends PageView {
  private readonly payments: Load<PageTaught> = new Load(this, () => this.page());
  private due = false;
  private readonly form = new Form(this);
  private readonly keys = new Keys();

  pageTitle = () => t('payments.title');

  render() {
    return html`<a class="crumb" href="/teach">${icons.back}${t('nav.teach')}</a>
      <h1>${t('payments.title')}</h1>
      ${this.form.words()}
      <p class="kids" role="group" aria-label=${t('payments.which')}>${this.choice(false, t('payments.all'))}${this.choice(true, t('payments.DUE'))}</p>
      ${this.payments.render(({ items, nextCursor }) => items.length === 0
        ? html`<div class="empty">${basket}<p>${t('payments.none')}</p></div>`
        : html`<ul class="rows panel payments">${items.map((each) => this.row(each))}</ul>
          ${nextCursor ? html`<p class="actions"><button type="button" class="secondary" ?disabled=${this.form.busy} @click=${this.more}>${t('people.more')}</button></p>` : nothing}`)}
      <section><rules-part class="panel narrow-panel"></rules-part></section>`;
  }

  private choice(due: boolean, words: string) {
    return html`<button type="button" class="pill" aria-pressed=${due === this.due} @click=${() => this.choose(due)}>${words}</button>`;
  }

  private choose(due: boolean): void {
    this.set({ due });
    void this.payments.run();
  }

  private async page(cursor?: string): Promise<PageTaught> {
    return (await bookings('GET /v1/me/payments', { query: { state: this.due ? 'DUE' : undefined, cursor, limit: 50 } })).data;
  }

  private more(): void {
    void this.form.attempt(async () => {
      const { items, nextCursor } = this.payments.value;
      const next = await this.page(nextCursor);
      this.payments.value = { items: [...items, ...next.items], nextCursor: next.nextCursor };
    });
  }

  private row(each: Taught) {
    const owed = each.state === 'DUE' && each.bookingId !== undefined && each.balance?.amount > 0;
    return html`<li>
      <span><span class="strong">${each.carerName ?? t('roster.gone')}</span><span class="hint">${each.title}${each.until && owed ? ` · ${t('payments.until', { day: onDay(each.until) })}` : nothing}</span></span>
      <span class="number">${sum(each.amount)}</span>
      ${owed
        ? html`<button type="button" class="secondary" aria-label="${t('payments.came')}: ${each.carerName ?? ''}, ${each.title}" ?disabled=${this.form.busy} @click=${() => this.note(each)}>${t('payments.came')}</button>`
        : html`<span class="tag ${each.state === 'PAID' || each.state === 'SETTLED' ? 'good' : ''}">${t(`payments.${each.state}`)}</span>`}
    </li>`;
  }

  private async note(each: Taught): Promise<void> {
    if (!(await sure(t('payments.sure', { price: sum(each.balance), name: each.carerName ?? '' }), t('payments.came')))) return;
    await this.form.attempt(async () => {
      await bookings('POST /v1/bookings/{id}/payments', { path: { id: each.bookingId }, body: { amount: { amount: each.balance.amount, currency: each.balance.currency } }, key: this.keys.of(each.bookingId) });
      this.keys.done(each.bookingId);
      await this.payments.run();
    });
  }
}

define('payments-page', PaymentsPage);
