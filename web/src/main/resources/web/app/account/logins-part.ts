import { html, nothing } from 'lit';
import { users } from '../api/client';
import type { Login } from '../api/types/users';
import { Form } from '../kit/form';
import { moment } from '../kit/format';
import { Load } from '../kit/load';
import { t, tn } from '../kit/messages';
import { View, define } from '../kit/view';

/** How many are shown at once. */
const SHOWN = 4;

/** Where I am logged in. */
class LoginsPart extends View {
  private readonly logins: Load<Login[]> = new Load(this, async () => (await users('GET /v1/me/logins')).data.items);
  private readonly form = new Form(this);

  render() {
    return html`<h2>${t('logins.title')}</h2>
      ${this.logins.render((all) => html`${this.rows(all.slice(0, SHOWN))}
        ${all.length <= SHOWN ? nothing : html`<details><summary>${tn('mine.further', all.length - SHOWN)}</summary>${this.rows(all.slice(SHOWN))}</details>`}
        ${all.length < 2 ? nothing : html`<div class="actions"><button type="button" class="secondary" ?disabled=${this.form.busy} @click=${this.endOthers}>${t('logins.endOthers')}</button></div>`}`)}
      ${this.form.words()}`;
  }

  private rows(logins: Login[]) {
    return html`<ul class="rows">${logins.map((login) => html`<li>
      <span>${login.device}<span class="hint">${t('logins.last', { moment: moment(login.lastUsedAt) })}</span></span>
      ${login.current
        ? html`<span class="tag good">${t('logins.here')}</span>`
        : html`<button type="button" class="plain" aria-label="${t('logins.end')}: ${login.device}" @click=${() => this.end(login.id)}>${t('logins.end')}</button>`}</li>`)}</ul>`;
  }

  private end(id: string): Promise<void> {
    return this.change(() => users('DELETE /v1/me/logins/{id}', { path: { id } }));
  }

  private endOthers = (): Promise<void> => this.change(() => users('DELETE /v1/me/logins'));

  private change(action: () => Promise<unknown>): Promise<void> {
    return this.form.attempt(async () => {
      await action();
      await this.logins.run();
    });
  }
}

define('logins-part', LoginsPart);
