import { html } from 'lit';
import { users } from '../api/client';
import type { ErasureView } from '../api/types/users';
import { Problem } from '../api/problem';
import { Form } from '../kit/form';
import { moment } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import { sure } from '../shell/sure';

/** Having my account erased, and thinking better of it. */
class ErasurePart extends View {
  private readonly erasure: Load<ErasureView | null> = new Load(this, async () => {
    try {
      return (await users('GET /v1/me/erasure')).data;
    } catch (cause) {
      if (Problem.of(cause).status === 404) return null;
      throw cause;
    }
  });
  private readonly form = new Form(this);

  render() {
    return html`${this.erasure.render((erasure) => erasure
        ? html`<p class="notice warm">${erasure.dueAt ? t('farewell.planned', { moment: moment(erasure.dueAt) }) : t('farewell.asked')}</p>
          <div class="actions"><button type="button" class="secondary" ?disabled=${this.form.busy} @click=${this.callOff}>${t('farewell.callOff')}</button></div>`
        : html`<p>${t('farewell.sure')}</p>
          <div class="actions"><button type="button" class="secondary danger" ?disabled=${this.form.busy} @click=${this.erase}>${t('farewell.erase')}</button></div>`, html`<p>${t('state.loading')}</p>`)}
      ${this.form.words()}`;
  }

  private async erase(): Promise<void> {
    if (!(await sure(t('farewell.sure'), t('farewell.erase')))) return;
    await this.change(() => users('DELETE /v1/me'));
  }

  private callOff = (): Promise<void> => this.change(() => users('DELETE /v1/me/erasure'));

  private change(action: () => Promise<unknown>): Promise<void> {
    return this.form.attempt(async () => {
      await action();
      await this.erasure.run();
    });
  }
}

define('erasure-part', ErasurePart);
