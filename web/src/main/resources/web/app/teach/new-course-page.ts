import { html } from 'lit';
import { courses, freshKey } from '../api/client';
import type { CourseView } from '../api/types/courses';
import { icons } from '../art/icons';
import { Form, type Values } from '../kit/form';
import { t } from '../kit/messages';
import { router } from '../kit/router';
import { PageView, define } from '../kit/view';
import { courseFields, written } from './course-fields';

/** A new course, as a draft. */
class NewCoursePage extends PageView {
  private readonly form = new Form(this);
  private readonly key = freshKey();

  pageTitle = () => t('teach.new');

  render() {
    return html`<a class="crumb" href="/teach">${icons.back}${t('nav.teach')}</a>
      <h1>${t('teach.new')}</h1>
      <form class="stack" @submit=${this.form.send((values) => this.create(values))}>
        ${courseFields(this.form)}
        ${this.form.words()}
        ${this.form.button(t('teach.draft'))}
      </form>`;
  }

  private async create(values: Values): Promise<void> {
    const { data } = await courses('POST /v1/courses', { body: written(values), key: this.key });
    router.go(`/teach/courses/${(data as CourseView).id}`, true);
  }
}

define('new-course-page', NewCoursePage);
