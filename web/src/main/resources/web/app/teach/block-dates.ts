import { html, nothing, type TemplateResult } from 'lit';
import type { BlockView, SessionView } from '../api/types/courses';
import type { FiguresView } from '../api/types/bookings';
import { now } from '../kit/clock';
import { day, shortDay, time } from '../kit/format';
import { t } from '../kit/messages';
import { gap, usualGap } from './repeat';

const DAY = 24 * 3_600_000;

/** The dates of a block as they fall, with the gaps that skipping makes and what the clocks do to them. */
export function datesOf(block: BlockView, figures: FiguresView | undefined, cancel?: (id: string) => void): TemplateResult {
  const usual = usualGap(block.sessions);
  return html`<ol class="rows panel">${block.sessions.map((session, i) => {
    const before = block.sessions[i - 1];
    const known = figures?.sessions.find(({ sessionId }) => sessionId === session.id);
    return html`
      ${before ? leftOut(before, session, usual).map((date) => html`<li class="quiet"><span class="struck">${dayOf(date)}</span><span class="tag">${t('block.pause')}</span></li>`) : nothing}
      <li>
        <span class=${session.state === 'CANCELLED' ? 'quiet struck' : ''}>
          <a href="/teach/sessions/${session.id}">${shortDay(session.startsAt, block.timeZone)}</a>, ${time(session.startsAt, block.timeZone)}–${time(session.endsAt, block.timeZone)}
          ${session.clockChange ? html`<span class="tag warm">${t(`clock.${session.clockChange}`)}</span>` : nothing}
          ${before && shifted(before, session, block.timeZone) ? html`<span class="hint">${t('block.clocks', { time: time(session.startsAt, block.timeZone) })}</span>` : nothing}
        </span>
        ${session.state === 'CANCELLED'
          ? html`<span class="tag bad">${t('mine.calledOff')}</span>`
          : html`${known ? fill(known.taken, known.capacity) : nothing}
            ${cancel && Date.parse(session.startsAt) > now() ? html`<button type="button" class="plain" aria-label="${t('block.cancel')}: ${day(session.startsAt, block.timeZone)}" @click=${() => cancel(session.id)}>${t('block.cancel')}</button>` : nothing}`}
      </li>`;
  })}</ol>`;
}

/** How many of the seats are taken, as a picture and in numbers. */
function fill(taken: number, capacity: number): TemplateResult {
  return html`<span class="fill"><progress max=${capacity} value=${taken} aria-hidden="true"></progress><span class="small number">${t('block.taken', { taken, capacity })}</span></span>`;
}

/** The days between these two on which there would usually have been a session. */
const leftOut = (a: SessionView, b: SessionView, usual: number): number[] =>
  Array.from({ length: Math.max(0, Math.round(gap(a, b) / usual) - 1) }, (_, i) => Date.parse(`${a.localStart}Z`) + (i + 1) * usual * DAY);

/** Of a time on the calendar, which is no instant. */
const dayOf = (local: number): string => shortDay(new Date(local).toISOString(), 'UTC');

/** Whether the clocks change between these two, so that people elsewhere come at another time of theirs. */
function shifted(a: SessionView, b: SessionView, zone: string): boolean {
  const offset = (instant: string) =>
    new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName').value;
  return offset(a.startsAt) !== offset(b.startsAt);
}
