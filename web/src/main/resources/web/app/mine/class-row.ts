import { html, nothing } from 'lit';
import { city, sameTime, shortDay, time } from '../kit/format';
import { now } from '../kit/clock';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import type { MyClass } from './mine';
import './ill-button';
import './join-button';

const AN_HOUR = 3_600_000;

/** A class further on. */
class ClassRow extends View {
  static properties = { item: { attribute: false } };
  declare item: MyClass;

  render() {
    const { booking, places, startsAt } = this.item;
    const zone = places[0].timeZone;
    // The door to the next class stands above; another one is here only when both begin at about the same time.
    const soon = Date.parse(startsAt) - now() < AN_HOUR;
    return html`<div class="class-row">
      <div>
        <span class="strong">${shortDay(startsAt)}, ${time(startsAt)}</span>
        ${sameTime(startsAt, zone) ? nothing : html`<span class="hint">${t('course.there', { time: time(startsAt, zone), city: city(zone) })}</span>`}
        <span class="hint">${booking.title} · ${places.map(({ childName }) => childName).join(', ')}</span>
        ${places[0].sessionState === 'CANCELLED' ? html`<span class="tag bad">${t('mine.calledOff')}</span>` : nothing}
      </div>
      ${soon ? html`<join-button .place=${places[0]}></join-button>` : html`<ill-button .places=${places}></ill-button>`}
    </div>`;
  }
}

define('class-row', ClassRow);
