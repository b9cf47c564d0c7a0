import { html } from 'lit';
import { users } from '../api/client';
import { session } from '../api/session';
import { t } from '../kit/messages';
import { define } from '../kit/view';
import { LetterPage } from './letter-page';
import { takeOnward } from '../kit/onward';

/** Logs in by the link in a letter. */
class MagicPage extends LetterPage {
  protected readonly texts = 'magic';

  private wish: string | undefined;

  protected async redeem(token: string): Promise<void> {
    session.admit((await users('POST /v1/login/magic-link/redeem', { body: { token }, open: true })).data);
    this.wish = takeOnward();
  }

  protected onward() {
    const home = this.wish ?? (session.isTeacher ? '/teach' : '/my-classes');
    return html`<a class="primary wholly" href=${home}>${t('magic.on')}</a>`;
  }
}

define('magic-page', MagicPage);
