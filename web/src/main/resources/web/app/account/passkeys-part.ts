import { html, nothing } from 'lit';
import { users } from '../api/client';
import type { Passkey } from '../api/types/users';
import { addPasskey, canUsePasskeys } from '../entry/passkey';
import { Form } from '../kit/form';
import { moment } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import { sure } from '../shell/sure';

/** The devices that open my account by a look or a touch. */
class PasskeysPart extends View {
  private readonly passkeys: Load<Passkey[]> = new Load(this, async () => (await users('GET /v1/passkeys')).data.items);
  private readonly form = new Form(this);

  render() {
    return html`<h2>${t('passkeys.title')}</h2>
      <p class="quiet">${t('passkeys.lead')}</p>
      ${this.passkeys.render((all) => html`<ul class="rows">${all.map((passkey) => html`<li>
        <span>${passkey.name}<span class="hint">${moment(passkey.createdAt)}</span></span>
        <button type="button" class="plain" aria-label=${t('passkeys.removeOne', { name: passkey.name })} @click=${() => this.forget(passkey)}>${t('passkeys.remove')}</button></li>`)}</ul>`)}
      ${this.form.words()}
      ${canUsePasskeys() ? html`<div class="actions"><button type="button" class="secondary" ?disabled=${this.form.busy} @click=${this.add}>${t('passkeys.add')}</button></div>` : nothing}`;
  }

  private add(): void {
    void this.form.attempt(async () => {
      if (await addPasskey(deviceName())) await this.passkeys.run();
    });
  }

  private async forget({ id, name }: Passkey): Promise<void> {
    if (!(await sure(t('passkeys.removeOne', { name }), t('passkeys.remove')))) return;
    await this.form.attempt(async () => {
      await users('DELETE /v1/passkeys/{id}', { path: { id } });
      await this.passkeys.run();
    });
  }
}

function deviceName(): string {
  const known = ['iPhone', 'iPad', 'Android', 'Mac', 'Windows', 'Linux'];
  return known.find((name) => navigator.userAgent.includes(name)) ?? t('passkeys.device');
}

define('passkeys-part', PasskeysPart);
