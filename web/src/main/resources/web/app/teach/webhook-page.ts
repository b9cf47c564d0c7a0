import { html, nothing } from 'lit';
import { bookings } from '../api/client';
import type { EndpointChange, EndpointView } from '../api/types/bookings';
import { icons } from '../art/icons';
import { Form, type Values } from '../kit/form';
import { Load } from '../kit/load';
import { t, tn } from '../kit/messages';
import { router } from '../kit/router';
import { PageView, define } from '../kit/view';
import { sure } from '../shell/sure';
import { chosenTypes, listening, secretOnce, webhookFields } from './webhook-fields';
import './webhook-deliveries';

interface Seen {
  endpoint: EndpointView;
  etag: string;
}

/** One address where a program listens: how it fares, what was told to it, and what can be done about it. */
class WebhookPage extends PageView {
  private readonly seen: Load<Seen> = new Load(this, () => this.read());
  private readonly form = new Form(this);
  private readonly deeds = new Form(this);
  private secret: string | undefined;
  private told = 0;

  pageTitle = () => this.name ?? t('webhooks.title');

  private get name(): string | undefined {
    const endpoint = this.seen.value?.endpoint;
    return endpoint && (endpoint.description ?? new URL(endpoint.url).host);
  }

  render() {
    return html`<a class="crumb" href="/teach/webhooks">${icons.back}${t('webhooks.title')}</a>
      ${this.seen.render(({ endpoint }) => html`
        <h1>${this.name}</h1>
        <p>${listening(endpoint)} ${endpoint.waiting > 0 ? html`<span class="tag warm">${tn('webhooks.waiting', endpoint.waiting)}</span>` : nothing}</p>
        <p class="quiet breaking">${endpoint.url}</p>
        ${this.news(endpoint)}
        ${this.secret ? secretOnce(this.secret) : nothing}
        ${this.deeds.words()}
        <div class="actions">
          ${endpoint.enabled ? html`<button type="button" class="primary" ?disabled=${this.deeds.busy} @click=${this.test}>${t('webhooks.test')}</button>` : nothing}
          <button type="button" class=${endpoint.enabled ? 'secondary' : 'primary'} ?disabled=${this.deeds.busy} @click=${() => this.turn(!endpoint.enabled)}>${t(endpoint.enabled ? 'webhooks.turnOff' : 'webhooks.turnOn')}</button>
          <button type="button" class="secondary" ?disabled=${this.deeds.busy} @click=${this.renew}>${t('webhooks.renew')}</button>
          <button type="button" class="secondary danger" ?disabled=${this.deeds.busy} @click=${this.forget}>${t('webhooks.delete')}</button>
        </div>
        <section><h2>${t('webhooks.told')}</h2>
          <webhook-deliveries .endpoint=${endpoint} .turn=${this.told}></webhook-deliveries></section>
        <section class="panel narrow-panel"><h2>${t('webhooks.change')}</h2>
          <form class="stack" @submit=${this.form.send((values) => this.change(values))}>
            ${webhookFields(this.form, endpoint)}
            ${this.form.words()}
            ${this.form.saved()}
            ${this.form.button(t('state.save'))}
          </form></section>`)}`;
  }

  private news({ disabledWhy, dropped }: EndpointView) {
    return html`${disabledWhy ? html`<div class="notice warm"><p>${t(`webhooks.${disabledWhy}`)}</p></div>` : nothing}
      ${dropped > 0 ? html`<div class="notice warm"><p>${tn('webhooks.dropped', dropped)}</p></div>` : nothing}`;
  }

  private async read(): Promise<Seen> {
    const { data, etag } = await bookings('GET /v1/webhook-endpoints/{id}', { path: { id: this.params.id } });
    return { endpoint: data, etag };
  }

  private async patch(body: EndpointChange): Promise<void> {
    const { data, etag } = await bookings('PATCH /v1/webhook-endpoints/{id}', { path: { id: this.params.id }, body, ifMatch: this.seen.value.etag });
    this.seen.value = { endpoint: data, etag };
  }

  private change(values: Values): Promise<void> {
    return this.patch({ url: values.url.trim(), description: values.description.trim() || null, types: chosenTypes(values) });
  }

  private async turn(enabled: boolean): Promise<void> {
    if (!enabled && !(await sure(t('webhooks.turnOffSure'), t('webhooks.turnOff')))) return;
    await this.deeds.attempt(() => this.patch({ enabled }));
  }

  private test(): void {
    void this.deeds.attempt(async () => {
      await bookings('POST /v1/webhook-endpoints/{id}/test', { path: { id: this.params.id } });
      this.told++;
    });
  }

  private async renew(): Promise<void> {
    if (!(await sure(t('webhooks.renewSure'), t('webhooks.renew')))) return;
    await this.deeds.attempt(async () => {
      this.secret = (await bookings('POST /v1/webhook-endpoints/{id}/secrets', { path: { id: this.params.id } })).data.secret;
    });
  }

  private async forget(): Promise<void> {
    if (!(await sure(html`<h2>${this.name}</h2><p>${t('webhooks.deleteSure')}</p>`, t('webhooks.delete')))) return;
    await this.deeds.attempt(async () => {
      await bookings('DELETE /v1/webhook-endpoints/{id}', { path: { id: this.params.id } });
      router.go('/teach/webhooks', true);
    });
  }
}

define('webhook-page', WebhookPage);
