import { html } from 'lit';
import { users } from '../api/client';
import type { AccountView } from '../api/types/users';
import { Form, type Values } from '../kit/form';
import { Load } from '../kit/load';
import { keepLanguage, LANGUAGES, spoken, t, type Language } from '../kit/messages';
import { View, define } from '../kit/view';
import { zoneChoice } from '../kit/zones';

/** My name, my time zone and the language I read. */
class PersonPart extends View {
  private etag: string | null = null;
  private readonly me: Load<AccountView> = new Load(this, async () => {
    const { data, etag } = await users('GET /v1/me');
    this.etag = etag;
    return data;
  });
  private readonly form = new Form(this);

  render() {
    return this.me.render((me) => html`
      <h2>${t('account.me')}</h2>
      <p class="quiet">${me.email}</p>
      <form class="stack" @submit=${this.form.send((values) => this.save(values))}>
        ${this.form.field('name', t('field.name'), { value: me.name, autocomplete: 'name', maxlength: 100 })}
        ${zoneChoice(me.timeZone, t('account.zone'))}
        <div><label for="language">${t('account.language')}</label>
          <select id="language" name="locale">${LANGUAGES.map((each) => html`<option value=${each} ?selected=${each === spoken()}>${t(`language.${each}`)}</option>`)}</select></div>
        ${this.form.words()}
        ${this.form.saved()}
        ${this.form.button(t('state.save'))}
      </form>`);
  }

  private async save({ name, timeZone, locale }: Values): Promise<void> {
    const { etag } = await users('PATCH /v1/me', { body: { name, timeZone, locale }, ifMatch: this.etag });
    this.etag = etag;
    if (locale !== spoken()) {
      keepLanguage(locale as Language);
      location.reload();
    }
  }
}

define('person-part', PersonPart);
