import { html, nothing } from 'lit';
import { bookings, Keys } from '../api/client';
import type { DeliveryView, EndpointView, PageDeliveryView } from '../api/types/bookings';
import { now } from '../kit/clock';
import { Form } from '../kit/form';
import { moment } from '../kit/format';
import { Load } from '../kit/load';
import { t, tn } from '../kit/messages';
import { View, define } from '../kit/view';

const LOOKS = { WAITING: 'warm', DELIVERED: 'good', FAILED: 'bad' };
const SOON = 1_500;
const LOOKS_AGAIN = 5;
const KEPT = 14 * 24 * 60 * 60 * 1000;

/** What was told to an endpoint, the newest first, and telling it again. */
class WebhookDeliveries extends View {
  static properties = { endpoint: { attribute: false }, turn: { attribute: false } };
  declare endpoint: EndpointView;
  /** Grows whenever there is something new to be seen. */
  declare turn: number;
  private readonly told: Load<PageDeliveryView> = new Load(this, () => this.page());
  private readonly form = new Form(this);
  private readonly keys = new Keys();
  private timer: ReturnType<typeof setTimeout>;
  private looks = 0;

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  updated(changed: Map<string, unknown>): void {
    if (changed.has('turn') && this.turn > 0) void this.again();
  }

  render() {
    return html`${this.form.words()}
      ${this.told.render(({ items, nextCursor }) => items.length === 0
        ? html`<p class="quiet">${t('webhooks.nothingTold')}</p>`
        : html`${this.endpoint.enabled && items.some(({ state }) => state === 'FAILED') ? html`<p class="actions"><button type="button" class="secondary" ?disabled=${this.form.busy} @click=${this.resendFailed}>${t('webhooks.resendFailed')}</button></p>` : nothing}
          <ul class="rows panel">${items.map((each) => this.row(each))}</ul>
          ${nextCursor ? html`<p class="actions"><button type="button" class="secondary" ?disabled=${this.form.busy} @click=${this.more}>${t('people.more')}</button></p>` : nothing}`)}`;
  }

  private row(each: DeliveryView) {
    return html`<li>
      <span><code>${each.type}</code><span class="hint">${moment(each.occurredAt)}${this.outcome(each)}</span>
        ${each.response ? html`<details><summary>${t('webhooks.response')}</summary><code class="prose">${each.response}</code></details>` : nothing}</span>
      <span class="tag ${LOOKS[each.state]}">${t(`webhooks.${each.state}`)}</span>
      ${this.endpoint.enabled && each.attempts > 0 ? html`<button type="button" class="plain" aria-label="${t('webhooks.resend')}: ${each.type}, ${moment(each.occurredAt)}" ?disabled=${this.form.busy} @click=${() => this.resend(each)}>${t('webhooks.resend')}</button>` : nothing}
    </li>`;
  }

  private outcome({ attempts, responseStatus, problem, state, nextAttemptAt }: DeliveryView): string {
    if (attempts === 0) return '';
    const said = problem ? t(`webhooks.${problem}`) : responseStatus ? t('webhooks.status', { status: responseStatus }) : t('state.loading');
    const then = state === 'WAITING' && Date.parse(nextAttemptAt) > now() ? ` · ${t('webhooks.next', { when: moment(nextAttemptAt) })}` : '';
    return ` · ${said} · ${tn('webhooks.attempts', attempts)}${then}`;
  }

  private async page(cursor?: string): Promise<PageDeliveryView> {
    return (await bookings('GET /v1/webhook-endpoints/{id}/deliveries', { path: { id: this.endpoint.id }, query: { cursor, limit: 20 } })).data;
  }

  /** Looks at once and a few times more, for what becomes of it is known soon. */
  private async again(): Promise<void> {
    clearTimeout(this.timer);
    this.looks = LOOKS_AGAIN;
    await this.look();
  }

  private async look(): Promise<void> {
    await this.told.run();
    const waits = this.told.value?.items.some(({ state }) => state === 'WAITING');
    if (waits && --this.looks > 0 && this.isConnected) this.timer = setTimeout((): void => void this.look(), SOON);
  }

  private resend({ id }: DeliveryView): void {
    void this.form.attempt(async () => {
      await bookings('POST /v1/webhook-endpoints/{id}/deliveries/{delivery}/resend', { path: { id: this.endpoint.id, delivery: id }, key: this.keys.of(id) });
      this.keys.done(id);
      await this.again();
    });
  }

  private resendFailed(): void {
    void this.form.attempt(async () => {
      await bookings('POST /v1/webhook-endpoints/{id}/deliveries/resend', { path: { id: this.endpoint.id }, body: { since: new Date(now() - KEPT).toISOString() }, key: this.keys.of('failed') });
      this.keys.done('failed');
      await this.again();
    });
  }

  private more(): void {
    void this.form.attempt(async () => {
      const { items, nextCursor } = this.told.value;
      const next = await this.page(nextCursor);
      this.told.value = { items: [...items, ...next.items], nextCursor: next.nextCursor };
    });
  }
}

define('webhook-deliveries', WebhookDeliveries);
