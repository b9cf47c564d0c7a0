import { html, nothing } from 'lit';
import { freshKey, users } from '../api/client';
import type { AdminView, PageAdminView } from '../api/types/users';
import { basket } from '../art/scenes';
import { Form } from '../kit/form';
import { onDay } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { sure } from '../shell/sure';

type Act = 'approve' | 'disable' | 'enable';

/** Who has an account; who may publish, and who may not come in any more. */
class PeoplePage extends PageView {
  private email = '';
  private readonly people: Load<PageAdminView> = new Load(this, () => this.page());
  private readonly search = new Form(this);
  private readonly form = new Form(this);

  pageTitle = () => t('people.title');

  render() {
    return html`<h1>${t('people.title')}</h1>
      <form class="stack" role="search" @submit=${this.search.send(({ email }) => this.find(email))}>
        ${this.search.field('email', t('people.search'), { type: 'search', optional: true, maxlength: 254, hint: t('people.searchHint') })}
        ${this.search.words()}
        ${this.search.button(t('people.find'))}
      </form>
      <section aria-live="polite">
        ${this.form.words()}
        ${this.people.render(({ items, nextCursor }) => items.length === 0
          ? html`<div class="empty">${basket}<p>${t('people.none')}</p></div>`
          : html`<ul class="rows panel">${items.map((person) => this.row(person))}</ul>
            ${nextCursor ? html`<p class="actions"><button type="button" class="secondary" ?disabled=${this.form.busy} @click=${this.more}>${t('people.more')}</button></p>` : nothing}`)}
      </section>`;
  }

  private row(person: AdminView) {
    return html`<li>
      <span><span class="strong">${person.name}</span>
        <span class="hint">${person.email}</span><span class="hint">${t('people.since', { day: onDay(person.createdAt) })}</span></span>
      <span class="kids"><span class="tag">${t(`people.${person.role}`)}</span>${this.standing(person)}
        ${person.role === 'INSTRUCTOR' && !person.approved ? this.button('approve', person, 'secondary') : nothing}
        ${person.role === 'ADMIN' ? nothing : this.button(person.disabledAt ? 'enable' : 'disable', person, 'plain')}</span>
    </li>`;
  }

  private standing({ role, approved, disabledAt }: AdminView) {
    if (disabledAt) return html`<span class="tag bad">${t('people.disabled')}</span>`;
    return role === 'INSTRUCTOR' && !approved ? html`<span class="tag warm">${t('people.waits')}</span>` : nothing;
  }

  private button(act: Act, person: AdminView, look: string) {
    return html`<button type="button" class=${look} aria-label="${t(`people.${act}`)}: ${person.name}" ?disabled=${this.form.busy} @click=${() => this.act(act, person)}>${t(`people.${act}`)}</button>`;
  }

  private async find(email: string): Promise<void> {
    this.email = email.trim();
    await this.people.run();
  }

  private more(): void {
    void this.form.attempt(async () => {
      const { items, nextCursor } = this.people.value;
      const next = await this.page(nextCursor);
      this.people.value = { items: [...items, ...next.items], nextCursor: next.nextCursor };
    });
  }

  private async page(cursor?: string): Promise<PageAdminView> {
    return (await users('GET /v1/admin/accounts', { query: { email: this.email, cursor, limit: 25 } })).data;
  }

  private async act(act: Act, person: AdminView): Promise<void> {
    if (act === 'disable' && !(await sure(t('people.disableSure', { name: person.name }), t('people.disable')))) return;
    await this.form.attempt(async () => {
      const { data } = await users(`POST /v1/admin/accounts/{id}/${act}`, { path: { id: person.id }, key: freshKey() });
      const { items, nextCursor } = this.people.value;
      this.people.value = { items: items.map((each) => (each.id === data.id ? data : each)), nextCursor };
    });
  }
}

define('people-page', PeoplePage);
