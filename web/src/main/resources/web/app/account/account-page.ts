import { html, nothing } from 'lit';
import { session, type Person } from '../api/session';
import { t } from '../kit/messages';
import { router } from '../kit/router';
import { PageView, define } from '../kit/view';
import { Form } from '../kit/form';
import { Load } from '../kit/load';
import './person-part';
import './call-name-part';
import './consents-part';
import './passkeys-part';
import './logins-part';
import './farewell-part';

/** All that is mine here, and the way out. */
class AccountPage extends PageView {
  private readonly me: Load<Person> = new Load(this, () => session.known());
  private readonly form = new Form(this);

  pageTitle = () => t('nav.account');

  render() {
    return html`<h1>${t('nav.account')}</h1>${this.me.render(() => this.parts())}`;
  }

  private parts() {
    return html`<div class="parts">
        <person-part class="panel"></person-part>
        ${session.isCarer ? html`<call-name-part class="panel"></call-name-part>` : nothing}
        ${session.isAdmin ? nothing : html`<consents-part class="panel"></consents-part>`}
        <passkeys-part class="panel"></passkeys-part>
        <logins-part class="panel"></logins-part>
        <farewell-part class="panel"></farewell-part>
      </div>
      ${this.form.words()}
      <button type="button" class="secondary wholly" ?disabled=${this.form.busy} @click=${this.leave}>${t('account.logOut')}</button>`;
  }

  private leave(): void {
    void this.form.attempt(async () => {
      await session.logOut();
      router.go('/', true);
    });
  }
}

define('account-page', AccountPage);
