import { html, nothing } from 'lit';
import { users } from '../api/client';
import { ZIP } from '../api/http';
import { download } from '../kit/download';
import { Form } from '../kit/form';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import './erasure-part';

/** Taking along what is held about me, and having it erased. */
class FarewellPart extends View {
  private readonly form = new Form(this);
  private opened = false;

  render() {
    return html`<h2>${t('farewell.title')}</h2>
      <p>${t('farewell.export')}</p>
      <div class="actions"><button type="button" class="secondary" ?disabled=${this.form.busy} @click=${this.export}>${t('farewell.exportDo')}</button></div>
      ${this.form.words()}
      <details @toggle=${() => this.set({ opened: true })}>
        <summary>${t('farewell.erase')}</summary>
        ${this.opened ? html`<erasure-part></erasure-part>` : nothing}
      </details>`;
  }

  private export(): void {
    void this.form.attempt(async () => {
      const { data } = await users('GET /v1/me/export', { accept: `${ZIP}, application/json` });
      download('bearhug.zip', data as unknown as Blob);
    });
  }
}

define('farewell-part', FarewellPart);
