import { html, type TemplateResult } from 'lit';
import { wavingBear } from '../art/scenes';
import { Form } from '../kit/form';
import { t } from '../kit/messages';
import { PageView } from '../kit/view';

type Part = 'title' | 'lead' | 'do' | 'doneTitle' | 'done';

/**
 * Where the link of a letter leads. To look at the page does nothing, since mail programs look at links too; the button
 * does.
 */
export abstract class LetterPage extends PageView {
  protected readonly form: Form = new Form(this);
  /** Its texts begin with this. */
  protected abstract readonly texts: 'verify' | 'magic' | 'invitation' | 'erasure';

  pageTitle = () => this.say('title');

  protected abstract redeem(token: string): Promise<void>;
  protected abstract onward(): TemplateResult;

  render() {
    const token = this.query.get('token');
    if (this.form.done) {
      return html`<div class="centre" role="status">
        <div class="scene">${wavingBear}</div>
        <h1>${this.say('doneTitle')}</h1>
        <p class="lead">${this.say('done')}</p>
        ${this.onward()}
      </div>`;
    }
    return html`<div class="centre">
      <div class="scene">${wavingBear}</div>
      <h1>${this.say('title')}</h1>
      <p class="lead">${token ? this.say('lead') : t('problem.invalid-token')}</p>
      ${this.form.words()}
      <button type="button" class="primary wholly" ?disabled=${!token || this.form.busy}
        @click=${(): void => void this.form.attempt(() => this.redeem(token))}>${this.say('do')}</button>
    </div>`;
  }

  private say = (part: Part): string => t(`${this.texts}.${part}`);
}
