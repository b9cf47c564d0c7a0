import { html, nothing } from 'lit';
import { bookings, Keys } from '../api/client';
import type { PassView } from '../api/types/bookings';
import type { Wish } from '../booking/booking';
import { Form } from '../kit/form';
import { t, tn } from '../kit/messages';
import { View, define } from '../kit/view';
import { fitting, readPasses } from './passes';

/** A single session booked at once, by a pass that pays for it. Without such a pass there is nothing to see. */
class PassChoice extends View {
  static properties = { wish: { attribute: false }, chosen: { attribute: false } };
  declare wish: Wish;
  declare chosen: string[];
  private passes: PassView[] = [];
  private readonly form = new Form(this);
  private readonly keys = new Keys();

  connectedCallback(): void {
    super.connectedCallback();
    // Without its passes the class can be booked all the same.
    readPasses().then((passes) => this.set({ passes }), (): void => undefined);
  }

  render() {
    const { course, session } = this.wish;
    const good = fitting(this.passes, course.instructor.id, course.id, session.startsAt, Math.max(1, this.chosen.length));
    return html`${good.map((pass) => html`<div class="notice good">
        <p>${t('passes.have', { title: pass.title })} ${tn('passes.stillLeft', pass.unitsLeft)}</p>
        <button type="button" class="secondary" ?disabled=${this.chosen.length === 0 || this.form.busy} @click=${() => this.use(pass)}>${t('passes.use')}</button>
      </div>`)}
      ${good.length === 0 ? nothing : this.form.words()}`;
  }

  /** Other children are another booking, and so another key. */
  private use(pass: PassView): void {
    const what = [pass.id, ...this.chosen].join();
    void this.form.attempt(async () => {
      const body = { sessionId: this.wish.session.id, childIds: this.chosen, passId: pass.id };
      const { data } = await bookings('POST /v1/bookings', { body, key: this.keys.of(what) });
      this.dispatchEvent(new CustomEvent('booked', { detail: data }));
    });
  }
}

define('pass-choice', PassChoice);
