import { html, nothing, type TemplateResult } from 'lit';
import { t, tn } from '../kit/messages';

/** How many seats are left, in the words that matter: enough, few or none. */
export function seatsTag(left: number | undefined): TemplateResult | typeof nothing {
  if (left === undefined) return nothing;
  if (left === 0) return html`<span class="tag bad">${t('seats.none')}</span>`;
  return left <= 4 ? html`<span class="tag warm">${tn('seats.few', left)}</span>` : html`<span class="tag good">${t('seats.enough')}</span>`;
}
