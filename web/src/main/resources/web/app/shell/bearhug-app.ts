import { html, nothing } from 'lit';
import { session } from '../api/session';
import { clockIsWrong } from '../kit/clock';
import { t } from '../kit/messages';
import { backHere } from '../kit/onward';
import { router } from '../kit/router';
import { View, define } from '../kit/view';
import { icons } from '../art/icons';
import { keepOffline } from './offline';
import './session-dialog';

/** What stands around every page: the way to the content, the name, where one can go, and what goes on. */
class BearhugApp extends View {
  private path = location.pathname;
  private lost = false;

  connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener('change', () => this.requestUpdate());
    addEventListener('online', () => this.requestUpdate());
    addEventListener('offline', () => this.requestUpdate());
    addEventListener('bearhug-page', () => this.set({ path: location.pathname, lost: false }));
    addEventListener('bearhug-lost', () => this.set({ lost: true }));
    addEventListener('bearhug-clock', () => this.requestUpdate());
  }

  firstUpdated(): void {
    const zoom = new URLSearchParams(location.search).get('zoom');
    if (zoom && location.pathname === '/') history.replaceState(null, '', `/teach/settings?zoom=${encodeURIComponent(zoom)}`);
    router.start(this.querySelector('main'));
    keepOffline();
  }

  render() {
    return html`
      <a class="skip" href="#content" @click=${this.skip}>${t('shell.skip')}</a>
      <header class="top">
        <a class="brand" href="/"><img src="/bear.svg" alt="" width="36" height="36"><span>Bearhug</span></a>
        ${this.places('wide')}
        ${session.person
          ? html`<a class="who" href="/account" aria-label=${t('nav.accountOf', { name: session.person.name })}>${initials(session.person.name)}</a>`
          : html`<a class="quiet-link" href=${this.login}>${t('nav.login')}</a>`}
      </header>
      <div class="strips" aria-live="polite">
        ${navigator.onLine ? nothing : html`<p class="strip">${t('state.offline')}</p>`}
        ${clockIsWrong() ? html`<p class="strip">${t('state.clock')}</p>` : nothing}
        ${this.lost ? html`<p class="strip">${t('state.lost')}</p>` : nothing}
      </div>
      <main id="content" tabindex="-1"></main>
      ${this.foot()}
      ${this.places('narrow')}
      <session-dialog></session-dialog>
    `;
  }

  private places(where: 'wide' | 'narrow') {
    const all = [
      { href: '/', text: t('nav.classes'), icon: icons.find },
      ...this.ofRole(),
      { href: session.person ? '/account' : this.login, text: t(session.person ? 'nav.account' : 'nav.login'), icon: icons.person },
    ];
    const shown = where === 'wide' ? all.slice(0, -1) : all;
    return html`<nav class=${`places ${where}`} aria-label=${t(where === 'wide' ? 'nav.label' : 'nav.labelBelow')}>
      <ul>
        ${shown.map(({ href, text, icon }) => {
          const here = this.path === href ? 'page' : nothing;
          return html`<li><a href=${href} aria-current=${here}>${icon}<span>${text}</span></a></li>`;
        })}
      </ul>
    </nav>`;
  }

  /** Who reads of a class reads on; other pages ask by themselves who it is. */
  private get login(): string {
    return /^\/(courses|passes)\b/.test(this.path) ? `/login${backHere()}` : '/login';
  }

  private ofRole() {
    if (session.isTeacher) {
      return [
        { href: '/teach', text: t('nav.teach'), icon: icons.teach },
        { href: '/teach/week', text: t('nav.week'), icon: icons.week },
      ];
    }
    if (session.isAdmin) return [{ href: '/people', text: t('people.nav'), icon: icons.child }];
    return [
      { href: '/my-classes', text: t('nav.mine'), icon: icons.mine },
      { href: '/children', text: t('nav.children'), icon: icons.child },
    ];
  }

  private foot() {
    return html`<footer class="foot">
      <p>${t('foot.words')}</p>
      <p><a href="/developers">${t('foot.developers')}</a></p>
    </footer>`;
  }

  private skip(click: Event): void {
    click.preventDefault();
    this.querySelector<HTMLElement>('main').focus();
  }
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part[0])
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('')
    .toUpperCase();

define('bearhug-app', BearhugApp);
