import { html } from 'lit';
import { users } from '../api/client';
import type { ProfileView } from '../api/types/users';
import { Form } from '../kit/form';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** What carers read about me. */
class ProfilePart extends View {
  private etag: string | null = null;
  private readonly profile: Load<ProfileView> = new Load(this, async () => {
    const { data, etag } = await users('GET /v1/me/profile');
    this.etag = etag;
    return data;
  });
  private readonly form = new Form(this);

  render() {
    return this.profile.render((profile) => html`<h2>${t('profile.title')}</h2>
      <form class="stack" @submit=${this.form.send((values) => this.save(profile, values))}>
        ${this.form.field('about', t('profile.about'), { rows: 5, optional: true, value: profile.about, maxlength: 2000 })}
        ${this.form.field('website', t('profile.website'), { type: 'url', optional: true, value: profile.website, maxlength: 500 })}
        ${this.form.words()}
        ${this.form.saved()}
        ${this.form.button(t('state.save'))}
      </form>`);
  }

  private async save(profile: ProfileView, { about, website }: Record<string, string>): Promise<void> {
    const { about: _, website: __, ...rest } = profile;
    const body = { ...rest, ...(about ? { about } : {}), ...(website ? { website } : {}) };
    this.etag = (await users('PUT /v1/me/profile', { body, ifMatch: this.etag })).etag;
  }
}

define('profile-part', ProfilePart);
