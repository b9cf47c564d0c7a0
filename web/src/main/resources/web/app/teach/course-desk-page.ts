import { html, nothing } from 'lit';
import { courses, freshKey } from '../api/client';
import type { BlockView, CourseView } from '../api/types/courses';
import { icons } from '../art/icons';
import { Form, type Values } from '../kit/form';
import { price, shortDay, time } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { sure } from '../shell/sure';
import { courseFields, written } from './course-fields';
import { stateTag } from './state-tag';
import './block-pictures';
import './voices-part';
import './write-part';
import { readOwnBlocks, readOwnCourse, type Versioned } from './teaching';

interface Desk {
  course: Versioned<CourseView>;
  blocks: BlockView[];
}

/** A course of mine: its words, its state and its blocks. */
class CourseDeskPage extends PageView {
  private readonly desk: Load<Desk> = new Load(this, async () => {
    const [course, blocks] = await Promise.all([readOwnCourse(this.params.id), readOwnBlocks(this.params.id)]);
    return { course, blocks };
  });
  private readonly form = new Form(this);
  private readonly state = new Form(this);

  pageTitle = () => this.desk.value?.course.value.title ?? t('nav.teach');

  render() {
    return this.desk.render(({ course: { value: course }, blocks }) => html`
      <a class="crumb" href="/teach">${icons.back}${t('nav.teach')}</a>
      <h1>${course.title}</h1>
      <p>${stateTag(course.state)}</p>
      ${this.state.words()}
      ${course.state === 'DRAFT' ? html`<p class="notice warm">${t('teach.draftHint')}</p>` : nothing}
      <section>
        <h2>${t('teach.blocks')}</h2>
        ${blocks.length === 0 ? html`<p class="quiet">${t('teach.noBlocks')}</p>` : html`<ul class="cards">${blocks.map((block) => this.block(block))}</ul>`}
        <div class="actions"><a class="secondary" href="/teach/courses/${course.id}/dates">${icons.plus}${t('teach.addDates')}</a></div>
      </section>
      ${blocks.some(({ state }) => state !== 'DRAFT') ? html`<block-pictures .blocks=${blocks}></block-pictures>` : nothing}
      ${course.state === 'DRAFT' ? nothing : html`<section><voices-part .course=${course.id}></voices-part></section>
      <section class="panel narrow-panel"><write-part .group=${'courses'} .of=${course.id}></write-part></section>`}
      <section class="panel narrow-panel"><details class="first">
        <summary>${t('teach.words')}</summary>
        <form class="stack" @submit=${this.form.send((values) => this.save(values))}>
          ${courseFields(this.form, course)}
          ${this.form.words()}
          ${this.form.saved()}
          ${this.form.button(t('state.save'))}
        </form></details>
        ${course.state === 'PUBLISHED' ? html`<button type="button" class="plain" @click=${this.archive}>${t('teach.archive')}</button>` : nothing}
      </section>
      <div class="bar">${course.state === 'DRAFT'
        ? html`<button type="button" class="primary" ?disabled=${this.state.busy} @click=${() => this.move('publish')}>${t('teach.publish')}</button>`
        : html`<a class="primary" href="/courses/${course.id}">${t('teach.look')}</a>`}</div>`);
  }

  private block(block: BlockView) {
    const [first, last] = [block.sessions[0], block.sessions.at(-1)];
    return html`<li class="card">
      <h3 class="card-title"><a href="/teach/blocks/${block.id}">${block.title ?? shortDay(first.startsAt, block.timeZone)}</a></h3>
      <p class="quiet">${t('course.run', { n: block.sessions.length, from: shortDay(first.startsAt, block.timeZone), to: shortDay(last.startsAt, block.timeZone), time: time(first.startsAt, block.timeZone) })}</p>
      <p class="card-end">${stateTag(block.state)}<span class="tag">${price(block.blockPrice)}</span></p>
    </li>`;
  }

  private async save(values: Values): Promise<void> {
    await courses('PATCH /v1/courses/{id}', { path: { id: this.params.id }, body: written(values), ifMatch: this.desk.value.course.etag });
    await this.desk.run();
  }

  private async archive(): Promise<void> {
    if (await sure(t('teach.archiveSure'), t('teach.archive'))) await this.move('archive');
  }

  private move(step: 'publish' | 'archive'): Promise<void> {
    return this.state.attempt(async () => {
      await courses(`POST /v1/courses/{id}/${step}`, { path: { id: this.params.id }, key: freshKey() });
      await this.desk.run();
    });
  }
}

define('course-desk-page', CourseDeskPage);
