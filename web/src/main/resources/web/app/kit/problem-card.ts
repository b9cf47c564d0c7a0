import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../api/problem';
import { t } from './messages';
import { sleepingBear } from '../art/scenes';

/** A refusal or a fault in friendly words, with another try where that can help. */
export function problemCard(problem: Problem, again?: () => void): TemplateResult {
  return html`<div class="notice problem" role="alert">
    ${problem.isPassing ? html`<div class="notice-art">${sleepingBear}</div>` : nothing}
    <div>
      <p class="notice-title">${problem.title}</p>
      <p>${problem.text}</p>
      ${again && problem.isPassing ? html`<button type="button" class="secondary" @click=${again}>${t('state.again')}</button>` : nothing}
    </div>
  </div>`;
}
