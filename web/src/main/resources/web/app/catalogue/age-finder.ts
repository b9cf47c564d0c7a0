import { html, nothing } from 'lit';
import { session } from '../api/session';
import type { ChildView } from '../api/types/users';
import { icons } from '../art/icons';
import { readChildren } from '../family/family';
import { age, weeksSince } from '../kit/format';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

const OLDEST = 104;

/** "My baby is 9 weeks old": by a child one has told us of, or by a thumb on a slider. */
class AgeFinder extends View {
  weeks: number | undefined;
  private kids: ChildView[] = [];

  connectedCallback(): void {
    super.connectedCallback();
    if (session.isCarer) void this.fetchChildren();
  }

  private async fetchChildren(): Promise<void> {
    try {
      this.kids = (await readChildren()).filter((child) => weeksSince(child.bornOn) <= OLDEST);
      this.requestUpdate();
      // Nobody who has told us of a baby is to tell its age again.
      if (this.weeks === undefined && this.kids.length > 0) this.tell(Math.min(...this.kids.map((child) => weeksSince(child.bornOn))));
    } catch {
      // The slider does as well.
    }
  }

  render() {
    const known = this.weeks !== undefined;
    return html`<div class="finder" role="group" aria-labelledby="age-question">
      ${this.kids.length === 0 ? nothing : html`<div class="kids">${this.kids.map((child) => this.pill(child))}</div>`}
      <div id="age-question" class="quiet">${t('front.question')}</div>
      <div class="age" aria-live="polite">${known ? t('front.old', { age: age(this.weeks) }) : t('front.slide')}</div>
      <div class="slider">
        <button type="button" class="round" aria-label=${t('front.younger')} @click=${() => this.tell((this.weeks ?? 1) - 1)}>${icons.minus}</button>
        <label><span class="unseen">${t('front.weeks')}</span>
          <input type="range" min="0" max=${OLDEST} .value=${String(this.weeks ?? 0)}
            aria-valuetext=${age(this.weeks ?? 0)} @input=${this.slide}>
        </label>
        <button type="button" class="round" aria-label=${t('front.older')} @click=${() => this.tell((this.weeks ?? -1) + 1)}>${icons.plus}</button>
      </div>
    </div>`;
  }

  private pill(child: ChildView) {
    const weeks = weeksSince(child.bornOn);
    return html`<button type="button" class="pill" aria-pressed=${weeks === this.weeks} @click=${() => this.tell(weeks)}>${child.name}</button>`;
  }

  private slide(event: Event): void {
    this.tell(Number((event.target as HTMLInputElement).value));
  }

  private tell(weeks: number): void {
    this.weeks = Math.min(OLDEST, Math.max(0, weeks));
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('age', { detail: this.weeks }));
  }
}

define('age-finder', AgeFinder);
