import { html } from 'lit';
import { bookings, WAY } from '../api/client';
import type { PlaceView } from '../api/types/bookings';
import { Problem } from '../api/problem';
import { icons } from '../art/icons';
import { Form } from '../kit/form';
import { shortDay, time } from '../kit/format';
import { now } from '../kit/clock';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** The way into the call. It wakes when the server says that the door opens, by the server's clock. */
class JoinButton extends View {
  static properties = { place: { attribute: false } };
  declare place: PlaceView;
  private readonly form = new Form(this);
  private timer: ReturnType<typeof setInterval>;
  private toldOpening: number | undefined;

  connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), 5_000);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  render() {
    const opens = this.opensAt();
    const awake = now() >= opens;
    const when = new Date(opens).toISOString();
    return html`<button type="button" class="primary" ?disabled=${!awake || this.form.busy} @click=${this.join}>
        ${icons.video}${t(awake ? 'join.do' : 'join.asleep', { day: shortDay(when), time: time(when) })}
      </button>
      ${this.form.words()}`;
  }

  private opensAt = (): number => this.toldOpening ?? Date.parse(this.place.joinOpensAt ?? this.place.startsAt);

  private join(): void {
    void this.form.attempt(async () => {
      try {
        const { data } = await bookings('GET /v1/places/{id}/join', { path: { id: this.place.id }, accept: WAY });
        location.assign(data.location);
      } catch (cause) {
        const { code, fields } = Problem.of(cause);
        if (code === 'too-early-to-join' && fields.opensAt) this.toldOpening = Date.parse(String(fields.opensAt));
        throw cause;
      }
    });
  }
}

define('join-button', JoinButton);
