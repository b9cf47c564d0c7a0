import { html } from 'lit';
import type { PassView, WaitlistView } from '../api/types/bookings';
import { readDates } from '../catalogue/catalogue';
import { t, tn } from '../kit/messages';
import { View, define } from '../kit/view';
import { fitting, readPasses } from './passes';

/** The passes that would pay for what is offered to a family in line. Without such a pass there is nothing to see. */
class OfferPasses extends View {
  static properties = { entry: { attribute: false }, busy: { attribute: false } };
  declare entry: WaitlistView;
  declare busy: boolean;
  private passes: PassView[] = [];

  connectedCallback(): void {
    super.connectedCallback();
    // Without its passes the offer can be accepted all the same.
    this.read().then((passes) => this.set({ passes }), (): void => undefined);
  }

  render() {
    return html`${this.passes.map((pass) => html`<div class="notice good">
      <p>${t('passes.have', { title: pass.title })} ${tn('passes.stillLeft', pass.unitsLeft)}</p>
      <button type="button" class="secondary" ?disabled=${this.busy} @click=${() => this.dispatchEvent(new CustomEvent('use', { detail: pass.id }))}>${t('passes.accept')}</button>
    </div>`)}`;
  }

  private async read(): Promise<PassView[]> {
    const { offer, courseId, childIds } = this.entry;
    const [{ course, blocks }, mine] = await Promise.all([readDates(courseId), readPasses()]);
    const sessions = blocks
      .filter((block) => !offer.blockId || block.id === offer.blockId)
      .flatMap((block) => block.coming)
      .filter(({ id }) => !offer.sessionId || id === offer.sessionId);
    return sessions.length === 0 ? [] : fitting(mine, course.instructor.id, courseId, sessions.at(-1).startsAt, sessions.length * childIds.length);
  }
}

define('offer-passes', OfferPasses);
