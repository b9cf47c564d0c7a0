import { html } from 'lit';
import { countdown } from '../kit/format';
import { now } from '../kit/clock';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** How long the seats are held, without hurry: it is told to screen readers once, and not each second. */
class HoldClock extends View {
  static properties = { until: { attribute: false } };
  declare until: string;
  private timer: ReturnType<typeof setInterval>;
  private whole = 0;

  connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('until')) this.whole = Math.max(1, this.left());
  }

  render() {
    const left = this.left();
    return html`<div class="hold">
      <div class="left" aria-hidden="true">${countdown(left)}</div>
      <p>${t('book.held')}<span class="unseen">${t('book.heldFor', { n: Math.ceil(this.whole / 60_000) })}</span></p>
    </div>
    <progress aria-hidden="true" max=${this.whole} value=${left}></progress>`;
  }

  private left = (): number => Math.max(0, Date.parse(this.until) - now());

  private tick(): void {
    this.requestUpdate();
    if (this.left() === 0) {
      clearInterval(this.timer);
      this.dispatchEvent(new CustomEvent('over'));
    }
  }
}

define('hold-clock', HoldClock);
