import { html } from 'lit';
import { users } from '../api/client';
import { t } from '../kit/messages';
import { define } from '../kit/view';
import { LetterPage } from './letter-page';

/** Confirms the address of a new account. */
class VerifyPage extends LetterPage {
  protected readonly texts = 'verify';

  protected async redeem(token: string): Promise<void> {
    await users('POST /v1/accounts/verify', { body: { token }, open: true });
  }

  protected onward() {
    return html`<a class="primary wholly" href="/login">${t('login.do')}</a>`;
  }
}

define('verify-page', VerifyPage);
