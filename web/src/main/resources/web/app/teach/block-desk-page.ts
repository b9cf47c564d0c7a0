import { html, nothing } from 'lit';
import { courses, freshKey } from '../api/client';
import type { BlockView } from '../api/types/courses';
import type { FiguresView } from '../api/types/bookings';
import { icons } from '../art/icons';
import { now } from '../kit/clock';
import { Form } from '../kit/form';
import { ageRange, city, price } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { sure, sureWithReason } from '../shell/sure';
import { datesOf } from './block-dates';
import { incomeOf, readFigures } from './figures';
import { stateTag } from './state-tag';
import './waiting-line';
import './write-part';
import { readOwnBlock, type Versioned } from './teaching';

interface Desk extends Versioned<BlockView> {
  figures?: FiguresView;
}

/** A block of mine: its dates, looked at before they are published, and afterwards how full they are. */
class BlockDeskPage extends PageView {
  private readonly desk: Load<Desk> = new Load(this, () => this.read());
  private readonly form = new Form(this);
  private readonly size = new Form(this);
  private readonly callOffKey = freshKey();

  pageTitle = () => this.desk.value?.value.title ?? t('teach.dates');

  render() {
    return this.desk.render(({ value: block, figures }) => html`
      <a class="crumb" href="/teach/courses/${block.courseId}">${icons.back}${t('state.back')}</a>
      <h1>${block.title ?? t('teach.dates')}</h1>
      <p>${stateTag(block.state)} <span class="tag">${ageRange(block.ageWeeks)}</span> <span class="tag">${price(block.blockPrice)}</span></p>
      ${block.state === 'DRAFT' ? html`<p class="notice warm">${t('block.preview')}</p>` : nothing}
      ${this.form.words()}
      <section>
        <h2>${t('block.dates', { city: city(block.timeZone) })}</h2>
        ${datesOf(block, figures, block.state === 'DRAFT' ? undefined : (id) => void this.cancel(id))}
      </section>
      ${block.state === 'DRAFT' ? nothing : html`<div class="actions"><a class="secondary" href="/teach/courses/${block.courseId}/dates?like=${block.id}">${icons.plus}${t('block.repeat')}</a></div>`}
      ${figures ? incomeOf(figures) : nothing}
      ${block.state === 'DRAFT' ? nothing : html`<section><waiting-line .block=${block.id}></waiting-line></section>
      <section class="panel narrow-panel"><write-part .group=${'blocks'} .of=${block.id}></write-part></section>`}
      ${block.state === 'ARCHIVED' ? nothing : html`<section class="panel narrow-panel">
        <form class="stack" @submit=${this.size.send(({ capacity }) => this.resize(Number(capacity)))}>
          ${this.size.field('capacity', t('dates.capacity'), { type: 'number', min: 1, max: 500, value: block.sessions[0].capacity })}
          ${this.size.words()}
          ${this.size.saved()}
          ${this.size.button(t('state.save'))}
        </form>
        <button type="button" class="plain" @click=${this.archive}>${t('teach.archive')}</button>
        ${block.state === 'PUBLISHED' && isToCome(block) ? html`<button type="button" class="plain danger" ?disabled=${this.form.busy} @click=${this.callOff}>${t('block.cancelAll')}</button>` : nothing}
      </section>`}
      ${block.state === 'DRAFT' ? html`<div class="bar"><button type="button" class="primary" ?disabled=${this.form.busy} @click=${() => this.move('publish')}>${t('block.publish')}</button></div>` : nothing}`);
  }

  private async read(): Promise<Desk> {
    const block = await readOwnBlock(this.params.id);
    return { ...block, figures: block.value.state === 'DRAFT' ? undefined : await readFigures(this.params.id) };
  }

  private async resize(capacity: number): Promise<void> {
    await courses('PATCH /v1/blocks/{id}', { path: { id: this.params.id }, body: { capacity }, ifMatch: this.desk.value.etag });
    await this.desk.run();
  }

  private async archive(): Promise<void> {
    if (await sure(t('block.archiveSure'), t('teach.archive'))) await this.move('archive');
  }

  private async cancel(id: string): Promise<void> {
    if (!(await sure(t('block.cancelSure'), t('block.cancel')))) return;
    await this.form.attempt(async () => {
      await courses('POST /v1/sessions/{id}/cancel', { path: { id }, body: {}, key: freshKey() });
      await this.desk.run();
    });
  }

  private async callOff(): Promise<void> {
    const reason = await sureWithReason(t('block.cancelAllTitle'), t('block.cancelAllSure'), t('block.cancelAll'));
    if (reason === undefined) return;
    await this.form.attempt(async () => {
      await courses('POST /v1/blocks/{id}/cancel', { path: { id: this.params.id }, body: reason ? { reason } : {}, key: this.callOffKey });
      await this.desk.run();
      scrollTo(0, 0);
    });
  }

  private move(step: 'publish' | 'archive'): Promise<void> {
    return this.form.attempt(async () => {
      await courses(`POST /v1/blocks/{id}/${step}`, { path: { id: this.params.id }, key: freshKey() });
      await this.desk.run();
    });
  }
}

const isToCome = ({ sessions }: BlockView): boolean =>
  sessions.some(({ state, endsAt }) => state === 'SCHEDULED' && Date.parse(endsAt) > now());

define('block-desk-page', BlockDeskPage);
