import { findRoute } from './routes';
import type { PageView } from './view';

/** Shows the page of the present address in its outlet, and moves the focus with it. */
class Router {
  private outlet: HTMLElement;
  private shown = 0;

  start(outlet: HTMLElement): void {
    this.outlet = outlet;
    document.addEventListener('click', (click) => this.follow(click));
    addEventListener('popstate', ({ state }) => void this.show({ y: state?.y }));
    void this.show({ first: true });
  }

  go(address: string, replace = false): void {
    if (replace) history.replaceState(null, '', address);
    else {
      history.replaceState({ y: scrollY }, '');
      history.pushState(null, '', address);
    }
    void this.show({});
  }

  /** Follows a link of ours without fetching the page anew. */
  private follow(click: MouseEvent): void {
    const link = (click.target as Element).closest?.('a');
    const plain = click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey;
    if (!link || !plain || click.defaultPrevented || link.target || link.hasAttribute('download')) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || url.pathname.startsWith('/api/') || link.getAttribute('href').startsWith('#')) return;
    click.preventDefault();
    this.go(url.pathname + url.search);
  }

  private async show({ first = false, y = 0 }: { first?: boolean; y?: number }): Promise<void> {
    const turn = ++this.shown;
    const { route, params } = findRoute(location.pathname);
    try {
      await route.load();
    } catch (cause) {
      renew(cause);
      return;
    }
    if (turn !== this.shown) return;
    const page = document.createElement(route.tag) as PageView;
    page.params = params;
    page.query = new URLSearchParams(location.search);
    this.outlet.replaceChildren(page);
    dispatchEvent(new CustomEvent('bearhug-page', { detail: location.pathname }));
    await page.updateComplete;
    if (!first) this.focus(page);
    if (y > 0) goBackTo(y, page);
  }

  /** Screen readers go on at the new page's heading; eyes at its top. */
  private focus(page: HTMLElement): void {
    scrollTo(0, 0);
    if (this.focusHeading(page)) return;
    this.outlet.focus({ preventScroll: true });
    const arriving = new MutationObserver(() => {
      const waits = document.activeElement === this.outlet && page.isConnected;
      if (!waits || this.focusHeading(page)) arriving.disconnect();
    });
    arriving.observe(page, { childList: true, subtree: true });
  }

  private focusHeading(page: HTMLElement): boolean {
    const heading = page.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
    return heading !== null;
  }
}

/** Who comes back finds the place where they were, as soon as the page is long enough, unless they have moved on since. */
function goBackTo(y: number, page: HTMLElement): void {
  const growing = new ResizeObserver(() => {
    if (document.documentElement.scrollHeight < y + innerHeight) return;
    growing.disconnect();
    scrollTo(0, y);
  });
  growing.observe(page);
  const moved = new AbortController();
  for (const move of ['pointerdown', 'wheel', 'keydown', 'popstate', 'bearhug-page']) {
    addEventListener(move, () => (growing.disconnect(), moved.abort()), { signal: moved.signal });
  }
}

const RENEWED = 'bearhug.renewed';

/** A part of the page that is gone belongs to an older version: one reload brings the new one. */
function renew(cause: unknown): void {
  if (!navigator.onLine || sessionStorage.getItem(RENEWED) === location.pathname) {
    dispatchEvent(new CustomEvent('bearhug-lost', { detail: cause }));
    return;
  }
  sessionStorage.setItem(RENEWED, location.pathname);
  location.reload();
}

export const router = new Router();
