import { LitElement } from 'lit';

/** A component in the page's own tree, so that one style sheet and all labels reach it. */
export abstract class View extends LitElement {
  protected createRenderRoot(): HTMLElement {
    return this;
  }

  /** Changes what is shown. */
  protected set(change: object): void {
    Object.assign(this, change);
    this.requestUpdate();
  }
}

/** A page: a view with a title, told the parts of its address. */
export abstract class PageView extends View {
  params: Record<string, string> = {};
  query = new URLSearchParams();

  /** What the browser's tab and the history say. */
  abstract pageTitle: () => string;

  updated(): void {
    const title = `${this.pageTitle()} · Bearhug`;
    if (document.title !== title) document.title = title;
  }
}

/** Makes a component known once, however often its module is evaluated. */
export function define(tag: string, type: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, type);
}
