import { html, nothing } from 'lit';
import type { SessionView } from '../api/types/courses';
import { city, date, day, price, sameTime, shortDay, time } from '../kit/format';
import { now } from '../kit/clock';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import { hasBegun, type OfferedBlock } from './catalogue';
import { seatsTag } from './seats-tag';

/** The blocks of a course, one of which is chosen, each with its dates. */
class BlockChoice extends View {
  static properties = { blocks: { attribute: false }, chosen: { attribute: false } };
  declare blocks: OfferedBlock[];
  declare chosen: string;

  render() {
    return html`<fieldset>
      <legend class="unseen">${t('course.dates')}</legend>
      <div class="choices">${this.blocks.map((block) => this.block(block))}</div>
    </fieldset>`;
  }

  private block(block: OfferedBlock) {
    const [first, last] = [block.coming[0], block.coming.at(-1)];
    return html`<div class="panel">
      <label class="choice block">
        <input type="radio" name="block" .checked=${block.id === this.chosen} @change=${() => this.choose(block.id)}>
        <span>
          ${block.title ?? day(first.startsAt)}
          <span class="block-facts">${first === last
            ? `${day(first.startsAt)}, ${time(first.startsAt)}`
            : t('course.run', { n: block.coming.length, from: shortDay(first.startsAt), to: shortDay(last.startsAt), time: time(first.startsAt) })}</span>
          ${sameTime(first.startsAt, block.timeZone) ? nothing : html`<span class="hint">${t('course.there', { time: time(first.startsAt, block.timeZone), city: city(block.timeZone) })}</span>`}
          ${block.coming.every(({ startsAt }) => time(startsAt) === time(first.startsAt)) ? nothing : html`<span class="hint">${t('course.timesDiffer')}</span>`}
          ${block.pricing?.minimum ? html`<span class="hint">${t('course.fromMinimum', { price: price(block.pricing.minimum) })}</span>` : nothing}
          ${seatsTag(block.seatsLeft)}
        </span>
        <span class="cost">${early(block) ? html`${price(block.pricing.earlyPrice)}<span class="hint">${t('course.early', { day: date(block.pricing.earlyUntil) })}</span>` : price(block.blockPrice)}</span>
      </label>
      <details>
        <summary>${t('course.allDates', { n: block.coming.length })}</summary>
        <ul class="rows">${block.coming.map((session) => this.session(block, session))}</ul>
      </details>
    </div>`;
  }

  private session(block: OfferedBlock, session: SessionView) {
    const left = block.seats.get(session.id);
    const single = session.dropInPrice && (block.sessions.length > 1 || hasBegun(block));
    return html`<li>
      <span>${day(session.startsAt)}, ${time(session.startsAt)}–${time(session.endsAt)}
        ${sameTime(session.startsAt, block.timeZone) ? nothing : html`<span class="hint">${t('course.there', { time: time(session.startsAt, block.timeZone), city: city(block.timeZone) })}</span>`}
        ${session.clockChange ? html`<span class="hint">${t(`clock.${session.clockChange}`)}</span>` : nothing}</span>
      ${!single
        ? nothing
        : left === 0
          ? html`<a class="quiet-link" href="/waitlist?session=${session.id}&course=${block.courseId}">${t('course.waitOne')}</a>`
          : html`<a class="quiet-link" href="/book?session=${session.id}&block=${block.id}&course=${block.courseId}">${t('course.one', { price: price(session.dropInPrice) })}</a>`}
    </li>`;
  }

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: id }));
  }
}

const early = ({ pricing }: OfferedBlock): boolean =>
  pricing?.earlyPrice !== undefined && new Date(now()).toISOString().slice(0, 10) <= pricing.earlyUntil;

define('block-choice', BlockChoice);
