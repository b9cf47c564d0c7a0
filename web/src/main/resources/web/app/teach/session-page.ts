import { html, nothing } from 'lit';
import { bookings, courses, WAY } from '../api/client';
import type { Attended, Line, RosterView } from '../api/types/bookings';
import { basket } from '../art/scenes';
import { icons } from '../art/icons';
import { download } from '../kit/download';
import { Form } from '../kit/form';
import { age, day, time } from '../kit/format';
import { now } from '../kit/clock';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import './move-session';
import './waiting-line';
import './write-part';

/** The desk learns of a change a moment after it is made. */
const SOON = 1_500;

/** Who comes to a session of mine, who came, and the way into the call. */
class SessionPage extends PageView {
  private readonly roster: Load<RosterView> = new Load(this, async () =>
    (await bookings('GET /v1/sessions/{id}/roster', { path: { id: this.params.id } })).data);
  private readonly form = new Form(this);
  private timer: ReturnType<typeof setTimeout>;

  pageTitle = () => this.roster.value?.title ?? t('roster.title');

  render() {
    return this.roster.render((roster) => html`
      <a class="crumb" href="/teach/week">${icons.back}${t('nav.week')}</a>
      <h1>${roster.title}</h1>
      <p class="lead">${day(roster.startsAt, roster.timeZone)}, ${time(roster.startsAt, roster.timeZone)} · ${t('block.taken', { taken: roster.taken, capacity: roster.capacity })}</p>
      ${this.form.words()}
      <section>
        <h2>${t('roster.title')}</h2>
        ${roster.items.length === 0
          ? html`<div class="empty">${basket}<p>${t('roster.none')}</p></div>`
          : html`${this.everybody(roster)}<ul class="rows panel">${roster.items.map((line) => this.line(line, hasBegun(roster)))}</ul>
            <p class="links"><button type="button" class="plain" @click=${this.save}>${t('roster.csv')}</button></p>`}
      </section>
      <section><waiting-line .session=${roster.sessionId}></waiting-line></section>
      ${roster.items.length === 0 ? nothing : html`<section class="panel narrow-panel"><write-part .group=${'sessions'} .of=${roster.sessionId}></write-part></section>`}
      <move-session .session=${roster.sessionId} @changed=${this.later}></move-session>
      <div class="bar"><button type="button" class="primary" ?disabled=${this.form.busy} @click=${this.start}>${icons.video}${t('roster.start')}</button></div>`);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private later(): void {
    this.timer = setTimeout((): void => void this.roster.run(), SOON);
  }

  /** Most often all are there: one tap for those who are not marked yet. */
  private everybody(roster: RosterView) {
    const open = roster.items.filter(({ attendance }) => attendance === 'UNKNOWN');
    if (!hasBegun(roster) || open.length < 2) return nothing;
    return html`<p><button type="button" class="secondary" ?disabled=${this.form.busy} @click=${() => this.mark(open, 'PRESENT')}>${t('roster.everybody')}</button></p>`;
  }

  /** Nobody can have come before it begins. */
  private line(line: Line, begun: boolean) {
    return html`<li>
      <span><span class="strong">${line.childName ?? t('roster.gone')}</span>
        <span class="hint">${line.ageWeeks === undefined ? nothing : age(line.ageWeeks)}${line.carerName ? ` · ${line.carerName}` : nothing}</span></span>
      ${begun ? html`<span class="kids" role="group" aria-label=${t('roster.came', { name: line.childName ?? '' })}>
        ${this.tick(line, 'PRESENT')}${this.tick(line, 'ABSENT')}</span>` : nothing}
    </li>`;
  }

  private tick(line: Line, mark: 'PRESENT' | 'ABSENT') {
    const on = line.attendance === mark;
    return html`<button type="button" class="pill" aria-pressed=${on} @click=${() => this.mark([line], on && line.mark === mark ? 'UNKNOWN' : mark)}>${t(`roster.${mark}`)}</button>`;
  }

  private mark(lines: Line[], mark: Attended): void {
    void this.form.attempt(async () => {
      await bookings('PUT /v1/sessions/{id}/attendance', { path: { id: this.params.id }, body: { marks: lines.map(({ placeId }) => ({ placeId, mark })) } });
      await this.roster.run();
    });
  }

  private start(): void {
    void this.form.attempt(async () => {
      const { data } = await courses('GET /v1/sessions/{id}/start', { path: { id: this.params.id }, accept: WAY });
      location.assign(data.location);
    });
  }

  private save(): void {
    const { items } = this.roster.value;
    const cell = (value: unknown) => `"${String(value ?? '').replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`;
    const lines = items.map((line) => [line.childName, line.ageWeeks, line.carerName, line.attendance].map(cell).join(','));
    download('roster.csv', new Blob([`${lines.join('\r\n')}\r\n`], { type: 'text/csv' }));
  }
}

const hasBegun = ({ startsAt }: RosterView): boolean => Date.parse(startsAt) <= now();

define('session-page', SessionPage);
