import { html, nothing } from 'lit';
import { freshKey, users } from '../api/client';
import type { CarerView, ChildView } from '../api/types/users';
import { Form } from '../kit/form';
import { age, date, weeksSince } from '../kit/format';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import { sure } from '../shell/sure';

/** A child: its age, whom it is shared with, an invitation and a farewell. */
class ChildCard extends View {
  static properties = { child: { attribute: false } };
  declare child: ChildView;
  private readonly form = new Form(this);
  private carers: CarerView[] | undefined;
  private key = freshKey();
  private invited = false;

  render() {
    return html`<article class="card">
      <h2 class="card-title">${this.child.name}</h2>
      <p class="quiet">${t('front.old', { age: age(weeksSince(this.child.bornOn)) })} · ${date(this.child.bornOn)}</p>
      <details @toggle=${this.open}>
        <summary>${t('child.share')}</summary>
        ${this.carers === undefined ? nothing : html`<ul class="rows">${this.carers.map((carer) => html`<li>${carer.name}</li>`)}</ul>`}
        ${this.invited ? html`<p class="notice good" role="status">${t('child.invited')}</p>` : nothing}
        <form class="stack" @submit=${this.form.send(({ email }) => this.invite(email))}>
          ${this.form.field('email', t('child.inviteWhom'), { type: 'email' })}
          ${this.form.words()}
          ${this.form.button(t('child.invite'))}
        </form>
        <div class="actions">
          ${this.carers?.length > 1
            ? html`<button type="button" class="secondary" @click=${this.leave}>${t('child.leave')}</button>`
            : html`<button type="button" class="secondary danger" @click=${this.erase}>${t('child.erase')}</button>`}
        </div>
      </details>
    </article>`;
  }

  private async open(event: Event): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open || this.carers) return;
    await this.form.attempt(async () => {
      this.carers = (await users('GET /v1/me/children/{id}/carers', { path: { id: this.child.id } })).data.items;
    });
  }

  private async invite(email: string): Promise<void> {
    await users('POST /v1/me/children/{id}/invitations', { path: { id: this.child.id }, body: { email: email.trim().toLowerCase() }, key: this.key });
    this.key = freshKey();
    this.invited = true;
    this.querySelector('form').reset();
  }

  private async erase(): Promise<void> {
    if (await sure(t('child.eraseSure', { name: this.child.name }), t('child.erase'))) {
      await this.send(() => users('DELETE /v1/me/children/{id}', { path: { id: this.child.id } }));
    }
  }

  private async leave(): Promise<void> {
    if (await sure(t('child.leaveSure', { name: this.child.name }), t('child.leave'))) {
      await this.send(() => users('DELETE /v1/me/children/{id}/carers/me', { path: { id: this.child.id } }));
    }
  }

  private send(action: () => Promise<unknown>): Promise<void> {
    return this.form.attempt(async () => {
      await action();
      this.dispatchEvent(new CustomEvent('changed'));
    });
  }
}

define('child-card', ChildCard);
