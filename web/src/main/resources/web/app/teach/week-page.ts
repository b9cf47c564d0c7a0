import { html, nothing } from 'lit';
import { icons } from '../art/icons';
import { shortDay, time } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { now } from '../kit/clock';
import { PageView, define } from '../kit/view';
import { readSessionsBetween, type TaughtSession } from './teaching';

/** A week of mine, day by day. */
class WeekPage extends PageView {
  private monday = mondayOf(now());
  private readonly sessions: Load<TaughtSession[]> = new Load(this, () => readSessionsBetween(this.monday, this.dayAt(7)));

  pageTitle = () => t('nav.week');

  render() {
    return html`<h1>${t('nav.week')}</h1>
      <div class="slider">
        <button type="button" class="round" aria-label=${t('week.before')} @click=${() => this.turn(-7)}>${icons.back}</button>
        <p class="strong" aria-live="polite">${shortDay(new Date(this.monday).toISOString())} – ${shortDay(new Date(this.dayAt(6)).toISOString())}</p>
        <button type="button" class="round" aria-label=${t('week.after')} @click=${() => this.turn(7)}>${icons.next}</button>
      </div>
      <section>${this.sessions.render((all) => html`
        ${all.length === 0 ? html`<p class="quiet">${t('week.none')}</p>` : nothing}
        <div class="days">${[0, 1, 2, 3, 4, 5, 6].map((n) => this.day(n, all))}</div>`)}</section>`;
  }

  private day(n: number, all: TaughtSession[]) {
    const [from, to] = [this.dayAt(n), this.dayAt(n + 1)];
    const today = now() >= from && now() < to;
    const mine = all.filter(({ session }) => Date.parse(session.startsAt) >= from && Date.parse(session.startsAt) < to);
    return html`<div class="day ${today ? 'today' : ''}">
      <h2>${shortDay(new Date(from).toISOString())}</h2>
      ${mine.map(({ session, block }) => html`<a class=${session.state === 'CANCELLED' ? 'off' : ''} href="/teach/sessions/${session.id}">
        <span class="number">${time(session.startsAt)}</span>${session.title}${block.state === 'DRAFT' ? html`<span class="hint">${t('state.DRAFT')}</span>` : nothing}</a>`)}
    </div>`;
  }

  /** The midnight that begins the n-th day, also in a week in which the clocks change. */
  private dayAt(n: number): number {
    const day = new Date(this.monday);
    return new Date(day.getFullYear(), day.getMonth(), day.getDate() + n).getTime();
  }

  private turn(days: number): void {
    this.monday = this.dayAt(days);
    this.sessions.value = undefined;
    this.requestUpdate();
    void this.sessions.run();
  }
}

function mondayOf(instant: number): number {
  const day = new Date(instant);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - ((day.getDay() + 6) % 7)).getTime();
}

define('week-page', WeekPage);
