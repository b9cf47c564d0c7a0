import { html } from 'lit';
import { users } from '../api/client';
import { t } from '../kit/messages';
import { define } from '../kit/view';
import { LetterPage } from './letter-page';

/** Confirms that an account is to be erased. */
class ErasurePage extends LetterPage {
  protected readonly texts = 'erasure';

  protected async redeem(token: string): Promise<void> {
    await users('POST /v1/me/erasure/confirm', { body: { token } });
  }

  protected onward() {
    return html`<a class="secondary wholly" href="/account">${t('nav.account')}</a>`;
  }
}

define('erasure-page', ErasurePage);
