import { html } from 'lit';
import { users } from '../api/client';
import { Form } from '../kit/form';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';

/** Sets a new password, by the link in a letter. */
class ResetPage extends PageView {
  private readonly form = new Form(this);

  pageTitle = () => t('reset.title');

  render() {
    return html`<div class="entry">
      <h1>${t('reset.title')}</h1>
      ${this.form.done
        ? html`<div class="notice good" role="status"><p>${t('reset.done')}</p></div><a class="primary wholly" href="/login">${t('login.do')}</a>`
        : html`<form class="stack" @submit=${this.form.send(async ({ password }) => {
            await users('POST /v1/password/reset', { body: { token: this.query.get('token') ?? '-', password }, open: true });
          })}>
            ${this.form.field('password', t('field.newPassword'), { type: 'password', autocomplete: 'new-password', hint: t('field.newPasswordHint'), maxlength: 128 })}
            ${this.form.words()}
            ${this.form.button(t('reset.do'))}
          </form>`}
    </div>`;
  }
}

define('reset-page', ResetPage);
