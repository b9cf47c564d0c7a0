import { html, nothing } from 'lit';
import { session } from '../api/session';
import { users } from '../api/client';
import { Problem } from '../api/problem';
import { backHere } from '../kit/onward';
import { canUsePasskeys, logInByPasskey } from '../entry/passkey';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** Asks a person whose session has ended to log in, over the page and without touching what was typed; shows who is new the way. */
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
    this.problem = undefined;
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
          <button type="button" class="secondary" @click=${this.leave}>${t('state.later')}</button>
        </div>
        <p class="links">
          ${canUsePasskeys() ? html`<button type="button" class="plain" ?disabled=${this.busy} @click=${() => this.enter(logInByPasskey)}>${t('login.passkey')}</button>` : nothing}
          ${this.why === 'needed' ? html`<a href="/register${backHere()}" @click=${this.leave}>${t('login.register')}</a>` : nothing}
        </p>
      </form>`;
  }

  private leave = (): void => this.querySelector('dialog').close();

  private submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { email, password } = Object.fromEntries(new FormData(form)) as { email: string; password: string };
    return this.enter(async () => {
      session.admit((await users('POST /v1/login', { body: { email, password }, open: true })).data);
      form.reset();
      return true;
    });
  }

  /** In by one way or another; false when the person has thought better of it. */
  private async enter(way: () => Promise<boolean>): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    this.requestUpdate();
    try {
      if (await way()) {
        const settle = this.settle;
        this.settle = undefined;
        this.leave();
        settle?.done();
      }
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
