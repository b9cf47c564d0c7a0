import { html, nothing } from 'lit';
import type { ChildView } from '../api/types/users';
import { age, ageRange } from '../kit/format';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import { fits, weeksOn } from './family';

/** Which children come; those whose age does not fit stand there too, and say why. */
class ChildChoice extends View {
  static properties = { kids: { attribute: false }, ages: { attribute: false }, on: { attribute: false }, chosen: { attribute: false } };
  declare kids: ChildView[];
  declare ages: { from: number; to: number } | undefined;
  declare on: string;
  declare chosen: string[];

  render() {
    return html`<fieldset>
      <legend class="unseen">${t('book.who')}</legend>
      <div class="choices">${this.kids.map((child) => this.child(child))}</div>
    </fieldset>
    <p><a class="quiet-link" href="/children">${t('book.other')}</a></p>`;
  }

  private child(child: ChildView) {
    const fitting = fits(child, this.ages, this.on);
    return html`<label class="choice">
      <input type="checkbox" name="child" .checked=${this.chosen.includes(child.id)} ?disabled=${!fitting}
        @change=${(event: Event) => this.toggle(child.id, (event.target as HTMLInputElement).checked)}>
      <span>${child.name}<span class="hint">${t('book.then', { age: age(weeksOn(child, this.on)) })}${fitting ? nothing : html` · ${t('book.forAge', { ages: lowered(ageRange(this.ages)) })}`}</span></span>
    </label>`;
  }

  private toggle(id: string, wanted: boolean): void {
    const chosen = wanted ? [...this.chosen, id] : this.chosen.filter((each) => each !== id);
    this.dispatchEvent(new CustomEvent('choose', { detail: chosen }));
  }
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

define('child-choice', ChildChoice);
