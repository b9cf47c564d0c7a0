import { html } from 'lit';
import { courses, freshKey } from '../api/client';
import type { CourseCard, CourseView } from '../api/types/courses';
import { icons } from '../art/icons';
import { Form, type Values } from '../kit/form';
import { t } from '../kit/messages';
import { router } from '../kit/router';
import { PageView, define } from '../kit/view';
import { courseCard } from '../catalogue/course-card';
import { session } from '../api/session';
import { courseFields, written } from './course-fields';

/** A new course, as a draft. */
class NewCoursePage extends PageView {
  private readonly form = new Form(this);
  private readonly key = freshKey();
  private typed: Values = {};

  pageTitle = () => t('teach.new');

  render() {
    return html`<a class="crumb" href="/teach">${icons.back}${t('nav.teach')}</a>
      <h1>${t('teach.new')}</h1>
      <div class="beside">
      <form class="stack" @submit=${this.form.send((values) => this.create(values))} @input=${this.look}>
        ${courseFields(this.form)}
        ${this.form.words()}
        ${this.form.button(t('teach.draft'))}
      </form>
      <aside class="look" aria-label=${t('teach.preview')} inert><h2>${t('teach.preview')}</h2><ul class="cards">${courseCard(this.card())}</ul></aside>
      </div>`;
  }

  private look({ currentTarget }: InputEvent): void {
    this.set({ typed: Object.fromEntries(new FormData(currentTarget as HTMLFormElement)) as Values });
  }

  /** As carers would find it among others. */
  private card(): CourseCard {
    const { title, topic, summary, language } = this.typed;
    return {
      title: title || t('teach.title'),
      topic: topic?.toLowerCase(),
      summary: summary || t('teach.summary'),
      language,
      instructor: { name: session.person?.name },
    };
  }

  private async create(values: Values): Promise<void> {
    const { data } = await courses('POST /v1/courses', { body: written(values), key: this.key });
    router.go(`/teach/courses/${(data as CourseView).id}`, true);
  }
}

define('new-course-page', NewCoursePage);
