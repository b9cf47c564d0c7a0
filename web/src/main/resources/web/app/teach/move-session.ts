import { html } from 'lit';
import { courses } from '../api/client';
import type { SessionView } from '../api/types/courses';
import { now } from '../kit/clock';
import { Form, type Values } from '../kit/form';
import { city } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** Another day or time for a date of mine that has not begun. */
class MoveSession extends View {
  static properties = { session: { attribute: false } };
  declare session: string;
  private etag: string | null = null;
  private readonly dated: Load<SessionView> = new Load(this, () => this.read());
  private readonly form = new Form(this);

  render() {
    return this.dated.render((session) => session.state === 'CANCELLED' || Date.parse(session.startsAt) <= now() ? html`` : html`<section class="panel narrow-panel"><details class="first">
      <summary>${t('moveDate.title')}</summary>
      <form class="stack" @submit=${this.form.send((values) => this.move(values))}>
        <p class="quiet">${t('moveDate.lead', { city: city(session.timeZone) })}</p>
        <div class="pair">${this.form.field('day', t('moveDate.day'), { type: 'date', value: session.localStart.slice(0, 10), pointer: 'localStart' })}${this.form.field('time', t('dates.time'), { type: 'time', value: session.localStart.slice(11, 16) })}</div>
        ${this.form.field('durationMinutes', t('dates.minutes'), { type: 'number', value: session.durationMinutes, min: 10, max: 240 })}
        ${this.form.words()}
        ${this.form.saved()}
        ${this.form.button(t('moveDate.do'))}
      </form>
    </details></section>`, html``);
  }

  private async read(): Promise<SessionView> {
    const { data, etag } = await courses('GET /v1/sessions/{id}', { path: { id: this.session } });
    this.etag = etag;
    return data;
  }

  private async move({ day, time, durationMinutes }: Values): Promise<void> {
    const body = { localStart: `${day}T${time}:00`, durationMinutes: Number(durationMinutes) };
    await courses('PATCH /v1/sessions/{id}', { path: { id: this.session }, body, ifMatch: this.etag });
    await this.dated.run();
    this.dispatchEvent(new CustomEvent('changed'));
  }
}

define('move-session', MoveSession);
