import { html, nothing } from 'lit';
import { bookings } from '../api/client';
import type { EndpointView } from '../api/types/bookings';
import { icons } from '../art/icons';
import { basket } from '../art/scenes';
import { Form, type Values } from '../kit/form';
import { Load } from '../kit/load';
import { t, tn } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { chosenTypes, listening, secretOnce, webhookFields } from './webhook-fields';

/** Where programs of mine are told what happens in my classes. */
class WebhooksPage extends PageView {
  private readonly endpoints: Load<EndpointView[]> = new Load(this, async () => (await bookings('GET /v1/webhook-endpoints')).data.items);
  private readonly form = new Form(this);
  private made: EndpointView | undefined;

  pageTitle = () => t('webhooks.title');

  render() {
    return html`<a class="crumb" href="/teach/settings">${icons.back}${t('teach.settings')}</a>
      <h1>${t('webhooks.title')}</h1>
      <p class="lead">${t('webhooks.lead')}</p>
      ${this.made ? secretOnce(this.made.secret) : nothing}
      ${this.endpoints.render((all) => all.length === 0
        ? html`<div class="empty">${basket}<p>${t('webhooks.none')}</p></div>`
        : html`<ul class="cards">${all.map((each) => this.card(each))}</ul>`)}
      <section class="panel narrow-panel">
        <h2>${t('webhooks.new')}</h2>
        <form class="stack" @submit=${this.form.send((values) => this.make(values))}>
          ${webhookFields(this.form)}
          ${this.form.words()}
          ${this.form.button(t('webhooks.make'))}
        </form>
      </section>`;
  }

  private card(endpoint: EndpointView) {
    return html`<li class="card">
      <h2 class="card-title"><a href="/teach/webhooks/${endpoint.id}">${endpoint.description ?? new URL(endpoint.url).host}</a></h2>
      <p class="quiet breaking">${endpoint.url}</p>
      <p class="quiet">${endpoint.types.length === 0 ? t('webhooks.all') : tn('webhooks.types', endpoint.types.length)}</p>
      <p class="card-end">${listening(endpoint)}${endpoint.waiting > 0 ? html`<span class="tag warm">${tn('webhooks.waiting', endpoint.waiting)}</span>` : nothing}</p>
    </li>`;
  }

  private async make(values: Values): Promise<void> {
    const description = values.description.trim();
    this.made = (await bookings('POST /v1/webhook-endpoints', { body: { url: values.url.trim(), types: chosenTypes(values), ...(description ? { description } : {}) } })).data;
    this.querySelector('form').reset();
    await this.endpoints.run();
    this.querySelector('h1').scrollIntoView();
  }
}

define('webhooks-page', WebhooksPage);
