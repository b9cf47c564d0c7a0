import { html, nothing } from 'lit';
import { bookings, freshKey } from '../api/client';
import type { AnnouncementView } from '../api/types/bookings';
import { Form, type Values } from '../kit/form';
import { moment } from '../kit/format';
import { Load } from '../kit/load';
import { t, tn } from '../kit/messages';
import { View, define } from '../kit/view';
import { sure } from '../shell/sure';

/** Writing to all who booked a session, a block or a course of mine. */
class WritePart extends View {
  static properties = { group: { attribute: false }, of: { attribute: false } };
  declare group: 'sessions' | 'blocks' | 'courses';
  declare of: string;
  private readonly earlier: Load<AnnouncementView[]> = new Load(this, async () =>
    (await bookings('GET /v1/announcements', { query: { group: this.of, limit: 20 } })).data.items);
  private readonly form = new Form(this);
  private key = freshKey();
  private sent: number | undefined;

  render() {
    return html`<details class="first">
      <summary>${t('write.title')}</summary>
      <form class="stack" @submit=${this.form.send((values) => this.write(values))} @change=${this.renew}>
        <p class="quiet">${t('write.lead')}</p>
        ${this.form.field('words', t('write.words'), { rows: 5, maxlength: 4000 })}
        ${this.form.words()}
        ${this.form.done && this.sent ? html`<p class="notice good" role="status">${tn('write.done', this.sent)}</p>` : nothing}
        ${this.form.button(t('write.do'))}
      </form>
      ${this.earlier.render((all) => all.length === 0 ? html`` : html`<h3 class="after">${t('write.before')}</h3>
        <ul class="rows">${all.map(({ words, letters, sentAt }) => html`<li>
          <span><span class="hint">${moment(sentAt)} · ${tn('write.to', letters)}</span><span class="prose">${words}</span></span></li>`)}</ul>`, html``)}
    </details>`;
  }

  /** Other words are another letter. */
  private renew(): void {
    this.key = freshKey();
  }

  private async write({ words }: Values): Promise<void> {
    this.sent = undefined;
    if (!(await sure(t('write.sure'), t('write.do')))) return;
    const { data } = await bookings(`POST /v1/${this.group}/{id}/announcements`, { path: { id: this.of }, body: { words }, key: this.key });
    this.renew();
    this.sent = data.letters;
    this.querySelector('form').reset();
    await this.earlier.run();
  }
}

define('write-part', WritePart);
