import { html } from 'lit';
import { bookings } from '../api/client';
import { Form } from '../kit/form';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** My classes in the phone's own calendar, by an address that is shown once and ends the one before. */
class CalendarPart extends View {
  private readonly form = new Form(this);
  private url: string | undefined;

  render() {
    return html`<section class="panel narrow-panel">
      <h2>${t('calendar.title')}</h2>
      ${this.url
        ? html`<p>${t('calendar.once')}</p><p><code>${this.url}</code></p>
          <div class="actions"><a class="secondary" href=${this.url.replace(/^https?:/, 'webcal:')}>${t('calendar.open')}</a>
            <button type="button" class="plain" @click=${this.end}>${t('calendar.end')}</button></div>`
        : html`<p class="quiet">${t('calendar.lead')}</p>
          <button type="button" class="secondary" ?disabled=${this.form.busy} @click=${this.subscribe}>${t('calendar.do')}</button>`}
      ${this.form.words()}
    </section>`;
  }

  private subscribe(): void {
    void this.form.attempt(async () => {
      this.url = (await bookings('POST /v1/me/calendar')).data.url;
    });
  }

  private end(): void {
    void this.form.attempt(async () => {
      await bookings('DELETE /v1/me/calendar');
      this.url = undefined;
    });
  }
}

define('calendar-part', CalendarPart);
