import { html } from 'lit';
import { bookings, Keys } from '../api/client';
import type { PlaceView } from '../api/types/bookings';
import { Form } from '../kit/form';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';
import { sure } from '../shell/sure';

/** "Baby is ill": the seat goes to somebody else, and a make-up credit comes back. */
class IllButton extends View {
  static properties = { places: { attribute: false } };
  declare places: PlaceView[];
  private readonly form = new Form(this);
  private readonly keys = new Keys();

  render() {
    if (this.form.done) return html`<p class="notice good" role="status">${t('ill.done')}</p>`;
    return html`${this.places.map((place) => html`<button type="button" class="plain" ?disabled=${this.form.busy} @click=${() => this.tell(place)}>
        ${t('ill.do', { name: place.childName ?? '' })}</button>`)}
      ${this.form.words()}`;
  }

  private async tell(place: PlaceView): Promise<void> {
    if (!(await sure(t('ill.sure', { name: place.childName ?? '' }), t('ill.yes')))) return;
    await this.form.attempt(async () => {
      await bookings('POST /v1/places/{id}/absence', { path: { id: place.id }, key: this.keys.of(place.id) });
    });
    if (this.form.done) this.dispatchEvent(new CustomEvent('changed', { bubbles: true }));
  }
}

define('ill-button', IllButton);
