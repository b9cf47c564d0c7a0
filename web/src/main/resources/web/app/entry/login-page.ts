import { html, nothing } from 'lit';
import { users } from '../api/client';
import { session } from '../api/session';
import { Form } from '../kit/form';
import { t } from '../kit/messages';
import { router } from '../kit/router';
import { PageView, define } from '../kit/view';
import { hug } from '../art/scenes';
import { keepOnward, onward, takeOnward } from '../kit/onward';
import { canUsePasskeys, logInByPasskey } from './passkey';

/** In, by password, by a link in a letter or by a passkey. */
class LoginPage extends PageView {
  private readonly form = new Form(this);
  private linkSent = false;

  pageTitle = () => t('login.title');

  render() {
    return html`<div class="entry">
      <div class="entry-art">${hug}</div>
      <h1>${t('login.title')}</h1>
      ${this.linkSent ? html`<div class="notice good" role="status"><p>${t('login.linkSent')}</p></div>` : nothing}
      ${canUsePasskeys() ? html`<button type="button" class="secondary wholly" @click=${this.byPasskey}>${t('login.passkey')}</button><p class="or"><span>${t('login.or')}</span></p>` : nothing}
      <form class="stack" @submit=${this.form.send((values) => this.byPassword(values))}>
        ${this.form.field('email', t('field.email'), { type: 'email', autocomplete: 'username webauthn' })}
        ${this.form.field('password', t('field.password'), { type: 'password', autocomplete: 'current-password' })}
        ${this.form.words()}
        ${this.form.button(t('login.do'))}
      </form>
      <p class="links">
        <button type="button" class="plain" @click=${this.byLink}>${t('login.link')}</button>
        <a href="/forgot-password">${t('login.forgot')}</a>
        <a href="/register${onward(this.query)}">${t('login.register')}</a>
      </p>
    </div>`;
  }

  private async byPassword({ email, password }: { [name: string]: string }): Promise<void> {
    const { data } = await users('POST /v1/login', { body: { email, password }, open: true });
    session.admit(data);
    router.go(this.target(), true);
  }

  private byPasskey(): void {
    void this.form.attempt(async () => {
      if (await logInByPasskey()) router.go(this.target(), true);
    });
  }

  private byLink(): void {
    const field = this.querySelector<HTMLInputElement>('[name=email]');
    if (!field.reportValidity()) return;
    void this.form.attempt(async () => {
      await users('POST /v1/login/magic-link', { body: { email: field.value.trim().toLowerCase() }, open: true });
      keepOnward(this.query);
      this.linkSent = true;
    });
  }

  private target = (): string => takeOnward(this.query) ?? (session.isTeacher ? '/teach' : '/');
}

define('login-page', LoginPage);
