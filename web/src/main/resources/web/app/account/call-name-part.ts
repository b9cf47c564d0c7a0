import { html } from 'lit';
import { bookings } from '../api/client';
import { Form } from '../kit/form';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** What others in a call see me as. */
class CallNamePart extends View {
  private readonly name: Load<{ displayName?: string }> = new Load(this, async () => (await bookings('GET /v1/me/display-name')).data);
  private readonly form = new Form(this);

  render() {
    return this.name.render(({ displayName }) => html`<h2>${t('callName.title')}</h2>
      <p class="quiet">${t('callName.lead')}</p>
      <form class="stack" @submit=${this.form.send(({ displayName: wish }) => this.save(wish.trim()))}>
        ${this.form.field('displayName', t('callName.name'), { optional: true, maxlength: 60, value: displayName })}
        ${this.form.words()}
        ${this.form.saved()}
        ${this.form.button(t('state.save'))}
      </form>`);
  }

  private async save(displayName: string): Promise<void> {
    if (displayName) await bookings('PUT /v1/me/display-name', { body: { displayName } });
    else await bookings('DELETE /v1/me/display-name');
  }
}

define('call-name-part', CallNamePart);
