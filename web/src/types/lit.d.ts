// What we use of Lit, whose package on Maven Central comes without its declarations.
export interface TemplateResult<T = unknown> {
  readonly strings: TemplateStringsArray;
  readonly kind?: T;
}
export const html: (strings: TemplateStringsArray, ...values: unknown[]) => TemplateResult;
export const svg: (strings: TemplateStringsArray, ...values: unknown[]) => TemplateResult<2>;
export const nothing: unique symbol;
export interface ReactiveController {
  hostConnected?(): void;
  hostDisconnected?(): void;
}
export const render: (template: TemplateResult, container: HTMLElement) => void;
export class LitElement extends HTMLElement {
  static properties: Record<string, object>;
  readonly updateComplete: Promise<boolean>;
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
  connectedCallback(): void;
  disconnectedCallback(): void;
  protected createRenderRoot(): HTMLElement | ShadowRoot;
  protected render(): unknown;
  protected willUpdate(changed: Map<string, unknown>): void;
  protected firstUpdated(changed: Map<string, unknown>): void;
  protected updated(changed: Map<string, unknown>): void;
}
