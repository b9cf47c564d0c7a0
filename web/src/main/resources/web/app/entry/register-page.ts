import { html } from 'lit';
import { users } from '../api/client';
import { wavingBear } from '../art/scenes';
import { Form, type Values } from '../kit/form';
import { ownZone } from '../kit/format';
import { spoken, t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { keepOnward, onward } from '../kit/onward';

/** A new account. Whether the address was known is told in the letter alone. */
class RegisterPage extends PageView {
  private readonly form = new Form(this);

  pageTitle = () => t('register.title');

  render() {
    if (this.form.done) {
      return html`<div class="centre" role="status">
        <div class="scene">${wavingBear}</div>
        <h1>${t('register.letterTitle')}</h1>
        <p class="lead">${t('register.letter')}</p>
      </div>`;
    }
    return html`<div class="entry">
      <h1>${t('register.title')}</h1>
      <form class="stack" @submit=${this.form.send((values) => this.register(values))}>
        <fieldset>
          <legend>${t('register.who')}</legend>
          <div class="choices">
            <label class="choice"><input type="radio" name="role" value="CARER" checked> ${t('register.carer')}</label>
            <label class="choice"><input type="radio" name="role" value="INSTRUCTOR"> ${t('register.instructor')}</label>
          </div>
        </fieldset>
        ${this.form.field('name', t('field.name'), { autocomplete: 'name', maxlength: 100 })}
        ${this.form.field('email', t('field.email'), { type: 'email', autocomplete: 'email', maxlength: 254 })}
        ${this.form.field('password', t('field.newPassword'), { type: 'password', autocomplete: 'new-password', hint: t('field.newPasswordHint'), maxlength: 128 })}
        ${this.form.words()}
        ${this.form.button(t('register.do'))}
      </form>
      <p class="links"><a href="/login${onward(this.query)}">${t('register.known')}</a></p>
    </div>`;
  }

  private async register({ role, name, email, password }: Values): Promise<void> {
    const body = { role: role as 'CARER' | 'INSTRUCTOR', name, email: email.trim().toLowerCase(), password, timeZone: ownZone(), locale: spoken() };
    await users('POST /v1/accounts', { body, open: true });
    keepOnward(this.query);
  }
}

define('register-page', RegisterPage);
