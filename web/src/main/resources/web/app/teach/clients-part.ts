import { html, nothing } from 'lit';
import { users } from '../api/client';
import type { ApiClientView } from '../api/types/users';
import { Form } from '../kit/form';
import { date } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import { sure } from '../shell/sure';

const SCOPES = ['classes:write', 'bookings:read', 'events:read'] as const;

/** Programs that act for me, each with what it may do. A secret is shown once. */
class ClientsPart extends View {
  private readonly clients: Load<ApiClientView[]> = new Load(this, async () => (await users('GET /v1/me/api-clients')).data.items);
  private readonly form = new Form(this);
  private made: ApiClientView | undefined;

  render() {
    return html`<h2>${t('clients.title')}</h2>
      <p class="quiet">${t('clients.lead')}</p>
      ${this.clients.render((all) => html`<ul class="rows">${all.map((client) => html`<li>
        <span>${client.name}<span class="hint">${client.scopes.join(', ')} · ${date(client.createdAt)}</span></span>
        <button type="button" class="plain" aria-label=${t('passkeys.removeOne', { name: client.name })} @click=${() => this.forget(client)}>${t('passkeys.remove')}</button></li>`)}</ul>`)}
      ${this.made ? html`<div class="notice good" role="status"><div><p class="notice-title">${t('clients.once')}</p>
        <p><code>${this.made.id}</code></p><p><code>${this.made.secret}</code></p></div></div>` : nothing}
      <form class="stack" @submit=${this.form.send((values) => this.make(values))}>
        ${this.form.field('name', t('clients.name'), { maxlength: 60 })}
        <fieldset><legend>${t('clients.may')}</legend><div class="choices">${SCOPES.map((scope) => html`<label class="choice"><input type="checkbox" name=${scope} checked><span>${t(`clients.${scope}`)}<span class="hint">${scope}</span></span></label>`)}</div></fieldset>
        ${this.form.words()}
        ${this.form.button(t('clients.make'))}
      </form>
      <p class="after"><a class="quiet-link" href="/teach/webhooks">${t('clients.webhooks')}</a></p>`;
  }

  private async make(values: Record<string, string>): Promise<void> {
    const scopes = SCOPES.filter((scope) => scope in values);
    this.made = (await users('POST /v1/me/api-clients', { body: { name: values.name, scopes } })).data;
    this.querySelector('form').reset();
    await this.clients.run();
  }

  private async forget({ id, name }: ApiClientView): Promise<void> {
    if (!(await sure(t('passkeys.removeOne', { name }), t('passkeys.remove')))) return;
    await this.form.attempt(async () => {
      await users('DELETE /v1/me/api-clients/{id}', { path: { id } });
      await this.clients.run();
    });
  }
}

define('clients-part', ClientsPart);
