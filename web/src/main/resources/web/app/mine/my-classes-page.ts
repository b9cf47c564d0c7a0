import { html, nothing } from 'lit';
import { session } from '../api/session';
import { basket } from '../art/scenes';
import { Load } from '../kit/load';
import { moment, onDay } from '../kit/format';
import { t, tn } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { coming, open, readMine, unpaid, type Mine, type MyClass } from './mine';
import './next-class';
import './class-row';
import './waiting-card';
import './booking-card';
import './calendar-part';
import './attended';

/** How many classes after the next one are shown at once. */
const SOON = 5;

/** What I have booked, with the way into the next class at the top. */
class MyClassesPage extends PageView {
  private readonly mine: Load<Mine> = new Load(this, readMine);

  pageTitle = () => t('nav.mine');

  render() {
    if (session.isTeacher) return html`<h1>${t('nav.mine')}</h1><p class="lead">${t('mine.teacher')}</p>`;
    return html`<h1 class="unseen">${t('nav.mine')}</h1>${this.mine.render((mine) => this.show(mine))}`;
  }

  private show(mine: Mine) {
    const [next, ...later] = coming(mine);
    const usable = mine.credits.filter((credit) => credit.state === 'USABLE');
    const waiting = mine.waiting.filter((entry) => entry.state === 'WAITING' || entry.state === 'OFFERED');
    return html`
      ${mine.asOf ? html`<p class="strip">${t('mine.asOf', { moment: moment(mine.asOf) })}</p>` : nothing}
      ${waiting.filter((entry) => entry.offer).map((entry) => html`<waiting-card .entry=${entry} @changed=${this.again}></waiting-card>`)}
      ${unpaid(mine).map((booking) => html`<div class="notice warm"><div><p>${t('mine.unpaid', { title: booking.title })}</p><a class="secondary" href="/bookings/${booking.id}">${t('mine.pay')}</a></div></div>`)}
      <div class=${next ? 'beside' : nothing}><div>
      ${next
        ? html`<next-class .item=${next} @changed=${this.again}></next-class>`
        : unpaid(mine).length > 0 ? nothing : html`<div class="empty">${basket}<p>${t('mine.none')}</p><a class="primary" href="/">${t('mine.find')}</a></div>`}
      ${later.length === 0 ? nothing : html`<section><h2>${t('mine.later')}</h2>
        <div class="panel">${this.rows(later.slice(0, SOON))}
          ${later.length <= SOON ? nothing : html`<details><summary>${tn('mine.further', later.length - SOON)}</summary>${this.rows(later.slice(SOON))}</details>`}</div></section>`}
      ${mine.asOf ? nothing : html`<attended-part></attended-part>`}
      </div><div>
      ${usable.length === 0 ? nothing : html`<section><h2>${t('mine.credits')}</h2><div class="cards">${usable.map((credit) => html`<div class="card">
        <h3>${credit.title}</h3><p class="quiet">${t('mine.creditUntil', { day: onDay(credit.validUntil) })}</p>
        <p class="card-end"><a class="secondary wholly" href="/make-up?credit=${credit.id}&course=${credit.courseId}">${t('mine.creditUse')}</a></p></div>`)}</div></section>`}
      ${waiting.every((entry) => entry.offer) ? nothing : html`<section><h2>${t('mine.waiting')}</h2>
        <div class="cards">${waiting.filter((entry) => !entry.offer).map((entry) => html`<waiting-card .entry=${entry} @changed=${this.again}></waiting-card>`)}</div></section>`}
      ${open(mine).length === 0 ? nothing : html`<section><h2>${t('mine.bookings')}</h2>
        <div class="cards">${open(mine).map((booking) => html`<booking-card .booking=${booking} @changed=${this.again}></booking-card>`)}</div></section>
        <calendar-part></calendar-part>`}
      <p class="links"><a href="/passes">${t('passes.mine')}</a></p>
      </div></div>
    `;
  }

  private rows(classes: MyClass[]) {
    return html`<ul class="rows">${classes.map((item) => html`<li><class-row .item=${item} @changed=${this.again}></class-row></li>`)}</ul>`;
  }

  private again(): void {
    void this.mine.run();
  }
}

define('my-classes-page', MyClassesPage);
