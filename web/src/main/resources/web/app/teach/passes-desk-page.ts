import { html } from 'lit';
import { bookings, freshKey } from '../api/client';
import type { PassOfferView } from '../api/types/bookings';
import { session } from '../api/session';
import { basket } from '../art/scenes';
import { icons } from '../art/icons';
import { Form, type Values } from '../kit/form';
import { price } from '../kit/format';
import { Load } from '../kit/load';
import { t, tn } from '../kit/messages';
import { money } from '../kit/money';
import { PageView, define } from '../kit/view';
import { readPassOffers } from '../pass/passes';
import { sure } from '../shell/sure';
import { currencyChoice } from './price-fields';
import './sold-passes';

/** The passes that I sell, what was sold of each, and a new one. */
class PassesDeskPage extends PageView {
  private readonly offers: Load<PassOfferView[]> = new Load(this, async () => readPassOffers((await session.known()).id));
  private readonly form = new Form(this);
  private readonly gone = new Form(this);
  private key = freshKey();

  pageTitle = () => t('passes.title');

  render() {
    return html`<a class="crumb" href="/teach">${icons.back}${t('nav.teach')}</a>
      <h1>${t('passes.title')}</h1>
      <p class="lead">${t('passes.deskLead')}</p>
      ${this.gone.words()}
      ${this.offers.render((offers) => offers.length === 0
        ? html`<div class="empty">${basket}<p>${t('passes.noneForSale')}</p></div>`
        : html`<ul class="cards">${offers.map((offer) => this.card(offer))}</ul>`)}
      <section class="panel narrow-panel">
        <h2>${t('passes.new')}</h2>
        <form class="stack" @submit=${this.form.send((values) => this.make(values))}>
          ${this.form.field('title', t('passes.name'), { maxlength: 120, hint: t('passes.nameHint') })}
          <div class="pair">${this.form.field('units', t('dates.sessions'), { type: 'number', min: 1, max: 100, value: 5 })}${this.form.field('validWeeks', t('passes.validWeeks'), { type: 'number', min: 1, max: 156, value: 26 })}</div>
          <div class="pair">${this.form.field('price', t('dates.price'), { type: 'number', step: 'any', min: 0 })}${currencyChoice()}</div>
          ${this.form.words()}
          ${this.form.saved()}
          ${this.form.button(t('passes.make'))}
        </form>
      </section>`;
  }

  private card(offer: PassOfferView) {
    return html`<li class="card">
      <h2 class="card-title">${offer.title}</h2>
      <p class="quiet">${tn('passes.units', offer.units)}, ${tn('passes.weeks', offer.validWeeks)}</p>
      <p><span class="tag">${price(offer.price)}</span></p>
      <sold-passes .offer=${offer}></sold-passes>
      <p class="card-end"><button type="button" class="plain" aria-label="${t('passes.withdraw')}: ${offer.title}" ?disabled=${this.gone.busy} @click=${() => this.withdraw(offer)}>${t('passes.withdraw')}</button></p>
    </li>`;
  }

  private async make({ title, units, validWeeks, price: typed, currency }: Values): Promise<void> {
    const body = { title, units: Number(units), validWeeks: Number(validWeeks), price: money(typed, currency) };
    await bookings('POST /v1/pass-offers', { body, key: this.key });
    this.key = freshKey();
    this.querySelector('form').reset();
    await this.offers.run();
  }

  private async withdraw({ id, title }: PassOfferView): Promise<void> {
    if (!(await sure(html`<h2>${title}</h2><p>${t('passes.withdrawSure')}</p>`, t('passes.withdraw')))) return;
    await this.gone.attempt(async () => {
      await bookings('DELETE /v1/pass-offers/{id}', { path: { id } });
      await this.offers.run();
    });
  }
}

define('passes-desk-page', PassesDeskPage);
