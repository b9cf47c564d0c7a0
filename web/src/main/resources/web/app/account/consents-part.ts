import { html } from 'lit';
import { users } from '../api/client';
import type { ConsentsView, ConsentsWish } from '../api/types/users';
import { Form } from '../kit/form';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** The texts that stand beside the ticks; a change of their meaning is a new version. */
const TEXTS = 'web-2026-11';

const ALL = [
  { name: 'photos', consent: 'PHOTOS' },
  { name: 'recordings', consent: 'RECORDINGS' },
  { name: 'marketing', consent: 'MARKETING' },
  { name: 'meetOtherParents', consent: 'MEET_OTHER_PARENTS' },
] as const;

/** What I have said yes to. */
class ConsentsPart extends View {
  private etag: string | null = null;
  private readonly consents: Load<ConsentsView> = new Load(this, () => this.read());
  private readonly form = new Form(this);

  render() {
    return this.consents.render(({ items }) => html`
      <h2>${t('consents.title')}</h2>
      <p class="quiet">${t('consents.lead')}</p>
      <form class="stack" @submit=${this.form.send((values) => this.save(values))}>
        <div class="choices">${ALL.map(({ name, consent }) => html`<label class="choice">
          <input type="checkbox" name=${name} ?checked=${items.some((item) => item.consent === consent && item.given)}>
          <span>${t(`consents.${name}`)}</span></label>`)}</div>
        ${this.form.words()}
        ${this.form.saved()}
        ${this.form.button(t('state.save'))}
      </form>`);
  }

  private async read(): Promise<ConsentsView> {
    const { data, etag } = await users('GET /v1/me/consents');
    this.etag = etag;
    return data;
  }

  private async save(values: Record<string, string>): Promise<void> {
    const ticks = Object.fromEntries(ALL.map(({ name }) => [name, name in values]));
    const body = { ...ticks, textVersion: TEXTS, source: 'account-page' } as unknown as ConsentsWish;
    this.etag = (await users('PUT /v1/me/consents', { body, ifMatch: this.etag })).etag;
  }
}

define('consents-part', ConsentsPart);
