import { html, nothing } from 'lit';
import { Keys } from '../api/client';
import type { BookingView } from '../api/types/bookings';
import { bookByCredit } from '../booking/booking';
import { bookedPage } from '../booking/booked';
import { readDates, withSeats, type OfferedBlock } from '../catalogue/catalogue';
import { icons } from '../art/icons';
import { Form } from '../kit/form';
import { now } from '../kit/clock';
import { shortDay, time } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';

/** Takes a make-up credit to another session of the same course. */
class MakeUpPage extends PageView {
  private readonly blocks: Load<OfferedBlock[]> = new Load(this, async () => withSeats((await readDates(this.query.get('course'))).blocks));
  private readonly form = new Form(this);
  private booking: BookingView | undefined;
  private readonly keys = new Keys();

  pageTitle = () => t('makeUp.title');

  render() {
    if (this.booking) return bookedPage(this.booking);
    return html`<a class="crumb" href="/my-classes">${icons.back}${t('nav.mine')}</a>
      <h1>${t('makeUp.title')}</h1>
      <p class="lead">${t('makeUp.lead')}</p>
      ${this.form.words()}
      ${this.blocks.render((blocks) => html`<ul class="rows panel">${blocks.flatMap((block) =>
        block.coming.filter(({ id, startsAt }) => block.seats.get(id) !== 0 && Date.parse(startsAt) > now()).map((session) => html`<li>
          <span><span class="strong">${shortDay(session.startsAt)}, ${time(session.startsAt)}</span>${block.title ? html`<span class="hint">${block.title}</span>` : nothing}</span>
          <button type="button" class="secondary" ?disabled=${this.form.busy} @click=${() => this.take(session.id)}>${t('makeUp.take')}</button>
        </li>`))}</ul>`)}`;
  }

  private take(sessionId: string): void {
    void this.form.attempt(async () => {
      this.booking = await bookByCredit(sessionId, this.query.get('credit'), this.keys.of(sessionId));
      scrollTo(0, 0);
    });
  }
}

define('make-up-page', MakeUpPage);
