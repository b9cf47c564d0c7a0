import { html } from 'lit';
import { day, time } from '../kit/format';
import { now } from '../kit/clock';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import type { MyClass } from './mine';
import './join-button';
import './ill-button';

/** The class that comes next, with the door to it. */
class NextClass extends View {
  static properties = { item: { attribute: false } };
  declare item: MyClass;

  render() {
    const { booking, places, startsAt, endsAt } = this.item;
    const begun = Date.parse(startsAt) <= now();
    return html`<section class="next-class" aria-labelledby="next-title">
      <p class="strong">${t(begun ? 'mine.now' : 'mine.next')}</p>
      <h2 id="next-title">${booking.title}</h2>
      <p class="quiet">${day(startsAt)}, <span class="number">${time(startsAt)}–${time(endsAt)}</span> · ${places.map(({ childName }) => childName).join(', ')}</p>
      <join-button .place=${places[0]}></join-button>
      <ill-button .places=${places}></ill-button>
    </section>`;
  }
}

define('next-class', NextClass);
