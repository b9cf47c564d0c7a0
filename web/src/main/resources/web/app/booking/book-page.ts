import { html, nothing } from 'lit';
import { freshKey } from '../api/client';
import type { BookingView, HoldView } from '../api/types/bookings';
import { Problem } from '../api/problem';
import { icons } from '../art/icons';
import { Form } from '../kit/form';
import { city, day, price, sameTime, time } from '../kit/format';
import { Load } from '../kit/load';
import { t, tn } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { bookHeld, extend, hold, onlyFitting, readWish, startOf, type Wish } from './booking';
import { letGo } from './letting-go';
import { bookedPage } from './booked';
import { priceLines } from './price-lines';
import type { Extras } from './price-wish';
import './price-wish';
import '../family/child-choice';
import '../family/child-form';
import './hold-clock';
import '../pass/pass-choice';

/** From "book" to booked: who comes, the seats held for a while, and yes. */
class BookPage extends PageView {
  private readonly wish: Load<Wish> = new Load(this, () => this.prepare());
  private readonly form = new Form(this);
  private chosen: string[] = [];
  private extras: Extras = {};
  private held: HoldView | undefined;
  private booking: BookingView | undefined;
  private holdKey = freshKey();
  private bookKey = freshKey();

  pageTitle = () => t('book.title');

  disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.held && !this.booking) letGo(this.held.id);
  }

  render() {
    return this.wish.render((wish) => {
      if (!wish.block) return html`<h1>${t('book.title')}</h1><p class="notice">${t('course.noDates')}</p>`;
      return this.booking ? bookedPage(this.booking) : this.show(wish);
    });
  }

  private async prepare(): Promise<Wish> {
    const wish = await readWish(this.query);
    this.chosen = onlyFitting(wish);
    return wish;
  }

  private show(wish: Wish) {
    const first = startOf(wish);
    return html`
      <a class="crumb" href="/courses/${wish.course.id}">${icons.back}${t('state.back')}</a>
      <h1>${wish.course.title}</h1>
      <p class="lead">${day(first)}, ${time(first)}${wish.session ? nothing : html`, ${tn('book.times', wish.block.coming.length)}`}
        ${sameTime(first, wish.block.timeZone) ? nothing : html`<span class="hint">${t('course.there', { time: time(first, wish.block.timeZone), city: city(wish.block.timeZone) })}</span>`}</p>
      ${this.held ? this.confirm(wish) : this.choose(wish, first)}
    `;
  }

  private choose(wish: Wish, first: string) {
    return html`<section>
      <h2>${t('book.who')}</h2>
      ${wish.kids.length === 0
        ? html`<p>${t('book.tellChild')}</p><child-form @added=${(): void => void this.wish.run()}></child-form>`
        : html`<child-choice .kids=${wish.kids} .ages=${wish.block.ageWeeks} .on=${first} .chosen=${this.chosen} @choose=${this.pick}></child-choice>
          <price-wish .list=${wish.session ? wish.session.dropInPrice : wish.block.blockPrice} .minimum=${wish.session ? wish.block.dropInMinimum : wish.block.pricing?.minimum} @wish=${this.wishPrice}></price-wish>
          ${wish.session ? html`<pass-choice .wish=${wish} .chosen=${this.chosen} @booked=${this.booked}></pass-choice>` : nothing}`}
      ${this.form.words()}
      ${this.form.problem?.code === 'session-full' ? this.waitInstead(wish) : nothing}
    </section>
    ${wish.kids.length === 0 ? nothing : html`<div class="bar">
      <button type="button" class="primary" ?disabled=${this.chosen.length === 0 || this.form.busy} @click=${() => this.keepSeats(wish)}>
        ${tn('book.hold', Math.max(1, this.chosen.length))}</button>
    </div>`}`;
  }

  private confirm(wish: Wish) {
    const names = wish.kids.filter(({ id }) => this.chosen.includes(id)).map(({ name }) => name);
    return html`<section class="panel">
      <hold-clock .until=${this.held.expiresAt} @over=${this.over}></hold-clock>
      ${this.held.extendable ? html`<button type="button" class="plain" ?disabled=${this.form.busy} @click=${this.longer}>${t('book.longer')}</button>` : nothing}
    </section>
    <section class="panel">
      <h2>${t('book.sum')}</h2>
      <p>${wish.block.title ?? wish.course.title} · ${new Intl.ListFormat(document.documentElement.lang).format(names)}</p>
      ${priceLines(this.held.price)}
      ${wish.block.cancellationPolicy && this.held.price.amount > 0
        ? html`<p class="small quiet">${t('book.terms', { days: wish.block.cancellationPolicy.fullUntilDays })}</p>` : nothing}
    </section>
    ${this.form.words()}
    <div class="bar">
      <button type="button" class="primary" ?disabled=${this.form.busy} @click=${this.book}>
        ${this.form.busy ? t('state.loading') : this.held.price.amount > 0 ? t('book.do', { price: price(this.held.price) }) : t('book.doFree')}</button>
    </div>`;
  }

  private waitInstead(wish: Wish) {
    const what = wish.session ? `session=${wish.session.id}` : `block=${wish.block.id}`;
    return html`<p><a class="primary wholly" href="/waitlist?${what}&course=${wish.course.id}">${t('course.wait')}</a></p>`;
  }

  private booked({ detail }: CustomEvent<BookingView>): void {
    this.set({ booking: detail });
    scrollTo(0, 0);
  }

  private pick(event: CustomEvent<string[]>): void {
    this.holdKey = freshKey();
    this.set({ chosen: event.detail });
  }

  private wishPrice(event: CustomEvent<Extras>): void {
    this.holdKey = freshKey();
    this.extras = event.detail;
  }

  private keepSeats(wish: Wish): void {
    void this.form.attempt(async () => {
      this.held = await hold(wish, this.chosen, this.extras, this.holdKey);
      scrollTo(0, 0);
    });
  }

  private longer(): void {
    void this.form.attempt(async () => {
      this.held = await extend(this.held.id, this.holdKey);
    });
  }

  private book(): void {
    void this.form.attempt(async () => {
      try {
        this.booking = await bookHeld(this.held.id, this.bookKey);
        scrollTo(0, 0);
      } catch (cause) {
        if (Problem.of(cause).code === 'hold-expired') this.over();
        throw cause;
      }
    });
  }

  private over(): void {
    this.holdKey = freshKey();
    this.bookKey = freshKey();
    this.held = undefined;
    void this.form.attempt(() => Promise.reject(new Problem({ code: 'hold-expired', status: 409 })));
  }
}

define('book-page', BookPage);
