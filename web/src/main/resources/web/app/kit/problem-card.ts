import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../api/problem';
import { backHere } from './onward';
import { t } from './messages';
import { sleepingBear } from '../art/scenes';

/** A refusal or a fault in friendly words, with another try where that can help. */
export function problemCard(problem: Problem, again?: () => void): TemplateResult {
  const gone = problem.status === 404;
  return html`<div class="notice ${problem.isPassing || gone ? '' : 'problem'}" role="alert">
    ${problem.isPassing || gone ? html`<div class="notice-art">${sleepingBear}</div>` : nothing}
    <div>
      <p class="notice-title">${problem.title}</p>
      <p>${problem.text}</p>
      ${again && problem.isPassing ? html`<button type="button" class="secondary" @click=${again}>${t('state.again')}</button>` : nothing}
      ${problem.code === 'not-logged-in' ? html`<a class="secondary" href="/login${backHere()}">${t('login.do')}</a>` : nothing}
      ${gone ? html`<a class="secondary" href="/">${t('lost.home')}</a>` : nothing}
    </div>
  </div>`;
}
