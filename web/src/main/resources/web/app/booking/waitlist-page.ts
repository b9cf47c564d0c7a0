import { html } from 'lit';
import { bookings, freshKey } from '../api/client';
import type { WaitlistView } from '../api/types/bookings';
import { wavingBear } from '../art/scenes';
import { icons } from '../art/icons';
import { Form } from '../kit/form';
import { day, time } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { onlyFitting, readWish, startOf, type Wish } from './booking';
import '../family/child-choice';
import '../family/child-form';

/** In line for a class that is full. */
class WaitlistPage extends PageView {
  private readonly wish: Load<Wish> = new Load(this, () => this.prepare());
  private readonly form = new Form(this);
  private chosen: string[] = [];
  private entry: WaitlistView | undefined;
  private key = freshKey();

  pageTitle = () => t('wait.title');

  render() {
    if (this.entry) {
      return html`<div class="centre" role="status">
        <div class="scene">${wavingBear}</div>
        <h1>${t('wait.position', { n: this.entry.position ?? 1 })}</h1>
        <p class="lead">${t('wait.joined')}</p>
        <a class="primary wholly" href="/my-classes">${t('nav.mine')}</a>
      </div>`;
    }
    return this.wish.render((wish) => {
      const first = startOf(wish);
      return html`
        <a class="crumb" href="/courses/${wish.course.id}">${icons.back}${t('state.back')}</a>
        <h1>${t('wait.title')}</h1>
        <p class="lead">${wish.course.title}<br>${day(first)}, ${time(first)}</p>
        <p>${t('wait.lead')}</p>
        ${wish.kids.length === 0
          ? html`<child-form @added=${(): void => void this.wish.run()}></child-form>`
          : html`<child-choice .kids=${wish.kids} .ages=${wish.block.ageWeeks} .on=${first} .chosen=${this.chosen} @choose=${this.pick}></child-choice>`}
        ${this.form.words()}
        <div class="bar"><button type="button" class="primary" ?disabled=${this.chosen.length === 0 || this.form.busy} @click=${() => this.join(wish)}>${t('course.wait')}</button></div>`;
    });
  }

  /** Whoever is the only one that it is for comes. */
  private async prepare(): Promise<Wish> {
    const wish = await readWish(this.query);
    this.chosen = onlyFitting(wish);
    return wish;
  }

  private pick(event: CustomEvent<string[]>): void {
    this.key = freshKey();
    this.set({ chosen: event.detail });
  }

  private join({ block, session }: Wish): void {
    void this.form.attempt(async () => {
      const what = session ? { sessionId: session.id } : { blockIds: [block.id] };
      this.entry = (await bookings('POST /v1/waitlist', { body: { ...what, childIds: this.chosen }, key: this.key })).data;
    });
  }
}

define('waitlist-page', WaitlistPage);
