import { html, nothing } from 'lit';
import { session } from '../api/session';
import { users } from '../api/client';
import { Problem } from '../api/problem';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** Asks a person whose session has ended for their password, over the page and without touching what was typed. */
class SessionDialog extends View {
  private problem: Problem | undefined;
  private busy = false;
  private why: 'ended' | 'needed' | 'fresh' = 'needed';
  private settle: { done: () => void; fail: (problem: Problem) => void } | undefined;
  private waiting: Promise<void> | undefined;

  connectedCallback(): void {
    super.connectedCallback();
    session.onEnded = () => this.ask(session.person ? 'ended' : 'needed');
    session.onDoubt = () => this.ask('fresh');
  }

  private ask(why: 'ended' | 'needed' | 'fresh'): Promise<void> {
    this.why = why;
    this.waiting ??= new Promise<void>((done, fail) => {
      this.settle = { done, fail };
      this.requestUpdate();
      void this.updateComplete.then(() => this.querySelector('dialog').showModal());
    }).finally(() => (this.waiting = undefined));
    return this.waiting;
  }

  render() {
    const email = session.person?.email;
    return html`<dialog class="sheet" aria-labelledby="session-title" @close=${this.closed}>
      ${this.settle ? this.content(email) : nothing}
    </dialog>`;
  }

  private content(email: string | undefined) {
    return html`<h2 id="session-title">${t(`session.${this.why}Title`)}</h2>
      <p>${t(`session.${this.why}`)}</p>
      <form @submit=${this.submit}>
        <label>${t('field.email')}
          <input name="email" type="email" autocomplete="username" required .value=${email ?? ''}>
        </label>
        <label>${t('field.password')}
          <input name="password" type="password" autocomplete="current-password" required>
        </label>
        ${this.problem ? html`<p class="field-problem" role="alert">${this.problem.text}</p>` : nothing}
        <div class="actions">
          <button class="primary" ?disabled=${this.busy}>${t('login.do')}</button>
          <button type="button" class="secondary" @click=${() => this.querySelector('dialog').close()}>${t('state.later')}</button>
        </div>
      </form>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { email, password } = Object.fromEntries(new FormData(form)) as { email: string; password: string };
    this.busy = true;
    this.problem = undefined;
    this.requestUpdate();
    try {
      const { data } = await users('POST /v1/login', { body: { email, password }, open: true });
      session.admit(data);
      form.reset();
      const settle = this.settle;
      this.settle = undefined;
      this.querySelector('dialog').close();
      settle?.done();
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
    this.busy = false;
    this.requestUpdate();
  }

  private closed(): void {
    this.settle?.fail(new Problem({ code: 'not-logged-in', status: 401 }));
    this.settle = undefined;
    this.requestUpdate();
  }
}

define('session-dialog', SessionDialog);
