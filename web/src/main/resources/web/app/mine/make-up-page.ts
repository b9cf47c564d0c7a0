import { html, nothing } from 'lit';
import { bookings, Keys } from '../api/client';
import type { BookingView, CreditView } from '../api/types/bookings';
import type { SessionView } from '../api/types/courses';
import { bookByCredit } from '../booking/booking';
import { bookedPage } from '../booking/booked';
import { basket } from '../art/scenes';
import { readDates, withSeats } from '../catalogue/catalogue';
import { icons } from '../art/icons';
import { Form } from '../kit/form';
import { now } from '../kit/clock';
import { shortDay, time } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';

interface Choice {
  session: SessionView;
  block: string | undefined;
}

/** Takes a make-up credit to another session of the same course. */
class MakeUpPage extends PageView {
  private readonly choices: Load<Choice[]> = new Load(this, () => this.read());
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
      ${this.choices.render((choices) => choices.length === 0
        ? html`<div class="empty">${basket}<p>${t('makeUp.none')}</p></div>`
        : html`<ul class="rows panel narrow-panel">${choices.map(({ session, block }) => html`<li>
          <span><span class="strong">${shortDay(session.startsAt)}, ${time(session.startsAt)}</span>${block ? html`<span class="hint">${block}</span>` : nothing}</span>
          <button type="button" class="secondary" aria-label="${t('makeUp.take')}: ${shortDay(session.startsAt)}" ?disabled=${this.form.busy} @click=${() => this.take(session.id)}>${t('makeUp.take')}</button>
        </li>`)}</ul>`)}`;
  }

  /** The dates that the credit is good for, and that the child has no place in already. */
  private async read(): Promise<Choice[]> {
    const [dates, credits, mine] = await Promise.all([
      readDates(this.query.get('course')),
      bookings('GET /v1/credits', { query: { limit: 100 } }),
      bookings('GET /v1/bookings', { query: { limit: 100 } }),
    ]);
    const credit: CreditView | undefined = credits.data.items.find(({ id }) => id === this.query.get('credit'));
    const places = mine.data.items.flatMap((booking) => booking.places);
    const has = (id: string) => places.some((place) => place.sessionId === id && place.childId === credit?.childId && place.state === 'CONFIRMED');
    return (await withSeats(dates.blocks))
      .flatMap((block) => block.coming.filter(({ id }) => block.seats.get(id) !== 0).map((session) => ({ session, block: block.title })))
      .filter(({ session: { id, startsAt } }) => Date.parse(startsAt) > now() && (!credit || Date.parse(startsAt) <= Date.parse(credit.validUntil)) && !has(id))
      .sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
  }

  private take(sessionId: string): void {
    void this.form.attempt(async () => {
      this.booking = await bookByCredit(sessionId, this.query.get('credit'), this.keys.of(sessionId));
      scrollTo(0, 0);
    });
  }
}

define('make-up-page', MakeUpPage);
