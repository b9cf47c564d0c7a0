import { html } from 'lit';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

const MOMENT = 3_000;

/** Takes a text to the clipboard, and says so for a moment. */
class CopyButton extends View {
  static properties = { text: { attribute: false }, done: { state: true } };
  declare text: string;
  declare done: boolean;

  render() {
    return html`<button type="button" class="secondary" @click=${this.copy}>${this.done ? t('copy.done') : t('copy.do')}</button>
      <span class="unseen" role="status">${this.done ? t('copy.done') : ''}</span>`;
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.done = true;
      setTimeout(() => (this.done = false), MOMENT);
    } catch {
      // Not allowed here: then the text is at least selected, for a copy by hand.
      getSelection().selectAllChildren(this.parentElement.querySelector('code'));
    }
  }
}

define('copy-button', CopyButton);
