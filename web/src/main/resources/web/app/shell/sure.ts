import { html, render, type TemplateResult } from 'lit';
import { t } from '../kit/messages';

/** Asks likewise, and why; undefined when the person would rather not. */
export async function sureWithReason(title: string, words: string, yes: string): Promise<string | undefined> {
  let reason = '';
  const question = html`<h2>${title}</h2><p>${words}</p>
    <label>${t('sure.reason')}<span class="hint">${t('sure.reasonHint')}</span>
      <textarea rows="2" maxlength="500" @input=${(event: Event) => (reason = (event.target as HTMLTextAreaElement).value)}></textarea></label>`;
  return (await sure(question, yes)) ? reason.trim() : undefined;
}

/** Asks before what cannot be undone; true when the person means it. */
export function sure(question: string | TemplateResult, yes: string): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'sheet';
  dialog.setAttribute('aria-labelledby', 'sure-question');
  document.body.append(dialog);
  return new Promise((decide) => {
    const answer = (value: string) => () => dialog.close(value);
    render(
      html`<div id="sure-question">${typeof question === 'string' ? html`<p class="strong">${question}</p>` : question}</div>
        <div class="actions">
          <button type="button" class="primary" @click=${answer('yes')}>${yes}</button>
          <button type="button" class="secondary" @click=${answer('')}>${t('state.later')}</button>
        </div>`,
      dialog,
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      decide(dialog.returnValue === 'yes');
    });
    dialog.showModal();
  });
}
