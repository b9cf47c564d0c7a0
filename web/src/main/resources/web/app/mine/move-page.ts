import { html, nothing } from 'lit';
import { bookings, courses, Keys } from '../api/client';
import type { BookingView, PriceView } from '../api/types/bookings';
import type { BlockView } from '../api/types/courses';
import { basket } from '../art/scenes';
import { icons } from '../art/icons';
import { hasBegun, readDates, withSeats, type OfferedBlock } from '../catalogue/catalogue';
import { seatsTag } from '../catalogue/seats-tag';
import { Form } from '../kit/form';
import { day, price, shortDay, sum, time } from '../kit/format';
import { Load } from '../kit/load';
import { t, tn } from '../kit/messages';
import { router } from '../kit/router';
import { PageView, define } from '../kit/view';
import { sure } from '../shell/sure';

interface Removal {
  booking: BookingView;
  others: OfferedBlock[];
}

/** Takes a booking to other dates of the same course. */
class MovePage extends PageView {
  private readonly removal: Load<Removal> = new Load(this, () => this.read());
  private readonly form = new Form(this);
  private readonly keys = new Keys();

  pageTitle = () => t('move.title');

  render() {
    return html`<a class="crumb" href="/bookings/${this.params.id}">${icons.back}${t('state.back')}</a>
      <h1>${t('move.title')}</h1>
      ${this.removal.render(({ booking, others }) => html`
        <p class="lead">${booking.title}. ${t('move.lead')}</p>
        ${this.form.words()}
        ${others.length === 0
          ? html`<div class="empty">${basket}<p>${t('move.none')}</p></div>`
          : html`<ul class="cards">${others.map((block) => this.block(booking, block))}</ul>`}`)}`;
  }

  private block(booking: BookingView, block: OfferedBlock) {
    const [first, last] = [block.coming[0], block.coming.at(-1)];
    const name = block.title ?? day(first.startsAt);
    return html`<li class="card">
      <h2 class="card-title">${name}</h2>
      <p class="quiet">${first === last
        ? `${day(first.startsAt)}, ${time(first.startsAt)}`
        : t('course.run', { n: block.coming.length, from: shortDay(first.startsAt), to: shortDay(last.startsAt), time: time(first.startsAt) })}</p>
      <p>${seatsTag(block.seatsLeft)} <span class="tag">${price(block.blockPrice)}</span></p>
      ${block.seatsLeft === 0 ? nothing : html`<p class="card-end"><button type="button" class="primary wholly" aria-label="${t('move.take')}: ${name}" ?disabled=${this.form.busy} @click=${() => this.take(booking, block)}>${t('move.take')}</button></p>`}
    </li>`;
  }

  private async read(): Promise<Removal> {
    const { data: booking } = await bookings('GET /v1/bookings/{id}', { path: { id: this.params.id } });
    const { data: from } = await courses('GET /v1/blocks/{id}', { path: { id: booking.blockId } });
    const { blocks } = await readDates((from as BlockView).courseId);
    return { booking, others: await withSeats(blocks.filter((block) => block.id !== booking.blockId && !hasBegun(block))) };
  }

  private async take(booking: BookingView, block: OfferedBlock): Promise<void> {
    await this.form.attempt(async () => {
      const children = new Set(booking.places.filter((place) => place.state === 'CONFIRMED').map((place) => place.childId)).size;
      const { data: there } = await bookings('GET /v1/price', { query: { block: block.id, children } });
      const question = html`<h2>${t('move.sure')}</h2>
        <p class="strong">${tn('book.times', block.coming.length)}, ${shortDay(block.coming[0].startsAt)}, ${time(block.coming[0].startsAt)}</p><p>${difference(booking, there)}</p>`;
      if (!(await sure(question, t('move.yes')))) return;
      const { data: moved } = await bookings('POST /v1/bookings/{id}/move', { path: { id: booking.id }, body: { blockId: block.id }, key: this.keys.of(block.id) });
      router.go(`/bookings/${moved.id}`, true);
    });
  }
}

/** What it costs to change, as far as it is known before; a voucher goes along, and only the desk knows what it is worth there. */
function difference({ price: here, places }: BookingView, there: PriceView): string {
  const uncertain = here.lines?.some(({ code }) => code === 'VOUCHER' || code === 'PAY_WHAT_YOU_CAN') || places.some(({ state }) => state === 'RELEASED');
  if (uncertain || here.currency !== there.currency) return t('move.counts', { price: price(there) });
  const more = there.amount - here.amount;
  if (more === 0) return t('move.same');
  return t(more > 0 ? 'move.more' : 'move.less', { price: sum({ amount: Math.abs(more), currency: there.currency }) });
}

define('move-page', MovePage);
