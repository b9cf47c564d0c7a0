import { html } from 'lit';
import { users } from '../api/client';
import { t } from '../kit/messages';
import { define } from '../kit/view';
import { LetterPage } from './letter-page';

/** Takes up an invitation to care for a child together. */
class InvitationPage extends LetterPage {
  protected readonly texts = 'invitation';

  protected async redeem(token: string): Promise<void> {
    await users('POST /v1/me/invitations/accept', { body: { token } });
  }

  protected onward() {
    return html`<a class="primary wholly" href="/children">${t('nav.children')}</a>`;
  }
}

define('invitation-page', InvitationPage);
