import { html, nothing } from 'lit';
import { bookings, Keys } from '../api/client';
import type { PassOfferView, PassView } from '../api/types/bookings';
import { session } from '../api/session';
import { basket } from '../art/scenes';
import { icons } from '../art/icons';
import { Form } from '../kit/form';
import { price } from '../kit/format';
import { Load } from '../kit/load';
import { t, tn } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { passCard } from './pass-card';
import './return-pass';
import { backFromPaying, isOver, readPassOffers, readPasses } from './passes';

interface Counter {
  mine: PassView[];
  offers: PassOfferView[];
}

/** My passes, and those that the instructor sells whose course I come from. */
class PassesPage extends PageView {
  private readonly counter: Load<Counter> = new Load(this, () => this.read());
  private readonly form = new Form(this);
  private readonly keys = new Keys();
  private bought: PassView | undefined;

  pageTitle = () => t('passes.title');

  render() {
    const course = this.query.get('course');
    return html`<a class="crumb" href=${course ? `/courses/${course}` : '/my-classes'}>${icons.back}${t('state.back')}</a>
      <h1>${t('passes.title')}</h1>
      <p class="lead">${t('passes.lead')}</p>
      ${this.bought ? html`<div class="notice good" role="status"><p>${this.words(this.bought)}</p></div>` : nothing}
      ${this.form.words()}
      ${this.counter.render((counter) => this.show(counter))}`;
  }

  private words({ state, balance, payment }: PassView): string {
    if (state === 'PAID') return t('passes.bought');
    return payment ? t('passes.boughtAlmost') : t('passes.boughtToPay', { price: price(balance) });
  }

  private show({ mine, offers }: Counter) {
    const [over, good] = [mine.filter(isOver), mine.filter((pass) => !isOver(pass))];
    return html`
      ${mine.length + offers.length > 0 ? nothing : html`<div class="empty">${basket}<p>${t('passes.none')}</p><a class="primary" href="/">${t('mine.find')}</a></div>`}
      ${this.passes(t('passes.mine'), good)}
      ${offers.length === 0 ? nothing : html`<section><h2>${t('passes.forSale')}</h2><ul class="cards">${offers.map((offer) => this.offer(offer))}</ul></section>`}
      ${this.passes(t('passes.over'), over)}`;
  }

  private passes(title: string, passes: PassView[]) {
    return passes.length === 0 ? nothing : html`<section><h2>${title}</h2><ul class="cards">${passes.map((pass) => html`<li class="card" @changed=${(): void => void this.counter.run()}>${passCard(pass)}<return-pass .pass=${pass}></return-pass></li>`)}</ul></section>`;
  }

  private offer(offer: PassOfferView) {
    return html`<li class="card">
      <h3>${offer.title}</h3>
      <p class="quiet">${tn('passes.units', offer.units)}, ${tn('passes.weeks', offer.validWeeks)}</p>
      <p class="card-end"><button type="button" class="primary wholly" aria-label="${offer.title}: ${t('passes.buy', { price: price(offer.price) })}" ?disabled=${this.form.busy} @click=${() => this.buy(offer)}>${t('passes.buy', { price: price(offer.price) })}</button></p>
    </li>`;
  }

  private async read(): Promise<Counter> {
    const instructor = this.query.get('instructor');
    await backFromPaying(this.query.get('pass') ?? undefined);
    const [mine, offers] = await Promise.all([
      session.person || !instructor ? readPasses() : [],
      instructor ? readPassOffers(instructor, this.query.get('course') ?? undefined) : [],
    ]);
    return { mine, offers };
  }

  private buy(offer: PassOfferView): void {
    this.bought = undefined;
    void this.form.attempt(async () => {
      this.bought = (await bookings('POST /v1/passes', { body: { offerId: offer.id }, key: this.keys.of(offer.id) })).data;
      this.keys.done(offer.id);
      scrollTo(0, 0);
      await this.counter.run();
    });
  }
}

define('passes-page', PassesPage);
