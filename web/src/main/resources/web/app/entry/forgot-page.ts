import { html } from 'lit';
import { users } from '../api/client';
import { Form } from '../kit/form';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';

/** Asks for a letter by which a new password can be set. */
class ForgotPage extends PageView {
  private readonly form = new Form(this);

  pageTitle = () => t('forgot.title');

  render() {
    return html`<div class="entry">
      <h1>${t('forgot.title')}</h1>
      ${this.form.done
        ? html`<div class="notice good" role="status"><p>${t('forgot.sent')}</p></div>`
        : html`<p class="lead">${t('forgot.lead')}</p>
          <form class="stack" @submit=${this.form.send(async ({ email }) => {
            await users('POST /v1/password/forgot', { body: { email: email.trim().toLowerCase() }, open: true });
          })}>
            ${this.form.field('email', t('field.email'), { type: 'email', autocomplete: 'username' })}
            ${this.form.words()}
            ${this.form.button(t('forgot.do'))}
          </form>`}
      <p class="links"><a href="/login">${t('login.do')}</a></p>
    </div>`;
  }
}

define('forgot-page', ForgotPage);
