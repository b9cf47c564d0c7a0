import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { Problem } from '../api/problem';
import { t } from './messages';
import type { View } from './view';
import { problemCard } from './problem-card';

/** What a view waits for: a skeleton first, then the value or a problem with another try. */
export class Load<T> implements ReactiveController {
  value: T | undefined;
  problem: Problem | undefined;
  private turn = 0;

  constructor(private readonly host: View, private readonly fetcher: () => Promise<T>) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.run();
  }

  /** Fetches anew; what is shown stays until it is there. */
  async run(): Promise<void> {
    const turn = ++this.turn;
    try {
      const value = await this.fetcher();
      if (turn !== this.turn) return;
      this.value = value;
      this.problem = undefined;
    } catch (cause) {
      if (turn !== this.turn) return;
      this.problem = Problem.of(cause);
    }
    this.host.requestUpdate();
  }

  render(show: (value: T) => TemplateResult, skeleton: TemplateResult = skeletons()): TemplateResult {
    if (this.value === undefined) {
      return this.problem ? problemCard(this.problem, () => void this.again()) : skeleton;
    }
    return html`${this.problem ? problemCard(this.problem, () => void this.again()) : nothing}${show(this.value)}`;
  }

  private async again(): Promise<void> {
    this.problem = undefined;
    this.host.requestUpdate();
    await this.run();
  }
}

/** Grey shapes in the place of cards that are on their way. */
function skeletons(): TemplateResult {
  return html`<div class="skeletons" role="status">
    <span class="unseen">${t('state.loading')}</span>
    ${Array.from({ length: 3 }, () => html`<div class="skeleton" aria-hidden="true"></div>`)}
  </div>`;
}
