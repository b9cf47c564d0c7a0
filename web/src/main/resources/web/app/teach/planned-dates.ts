import { html, nothing, type TemplateResult } from 'lit';
import type { Values } from '../kit/form';
import { shortDay } from '../kit/format';
import { t } from '../kit/messages';

const DAY = 24 * 3_600_000;

/** More than a year of them is looked at on the page of the block. */
const MOST = 60;

/** The dates that a block would have, as they are typed. What the clocks do to them the draft tells. */
export function plannedDates(typed: Values, skipped: string[]): TemplateResult | typeof nothing {
  const first = Date.parse(`${typed.day}T00:00:00Z`);
  const [wanted, every] = [Number(typed.sessions), Number(typed.everyDays)];
  if (Number.isNaN(first) || !(wanted > 0) || !(every > 0)) return html`<p class="quiet">${t('dates.noneYet')}</p>`;
  const dates: { day: string; out: boolean }[] = [];
  for (let at = first, held = 0; held < wanted && dates.length < MOST; at += every * DAY) {
    const day = new Date(at).toISOString();
    const out = skipped.includes(day.slice(0, 10));
    dates.push({ day, out });
    if (!out) held++;
  }
  return html`<ol class="rows panel">${dates.map(({ day, out }) => html`<li class=${out ? 'quiet' : ''}>
    <span class=${out ? 'struck' : 'strong'}>${shortDay(day, 'UTC')}${out ? nothing : `, ${typed.time}`}</span>
    ${out ? html`<span class="tag">${t('block.pause')}</span>` : nothing}</li>`)}</ol>`;
}
