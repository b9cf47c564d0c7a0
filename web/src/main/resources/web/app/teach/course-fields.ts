import type { CourseView, NewCourse } from '../api/types/courses';
import { html, type TemplateResult } from 'lit';
import type { Form, Values } from '../kit/form';
import { LANGUAGES, t } from '../kit/messages';

/** What a course says of itself, to be written or changed. */
export function courseFields(form: Form, course?: CourseView): TemplateResult {
  return html`
    ${form.field('title', t('teach.title'), { value: course?.title, maxlength: 120 })}
    ${form.field('topic', t('teach.topic'), { value: course?.topic, maxlength: 40, hint: t('teach.topicHint') })}
    ${form.field('summary', t('teach.summary'), { value: course?.summary, maxlength: 300, rows: 2 })}
    ${form.field('description', t('course.about'), { value: course?.description, maxlength: 10000, rows: 6, optional: true })}
    ${form.field('whatToBring', t('course.bring'), { value: course?.whatToBring, maxlength: 2000, rows: 3, optional: true })}
    ${form.field('whenNotToJoin', t('course.notNow'), { value: course?.whenNotToJoin, maxlength: 2000, rows: 3, optional: true })}
    <div><label for="course-language">${t('course.language')}</label>
      <select id="course-language" name="language">${LANGUAGES.map((each) => html`<option value=${each} ?selected=${each === course?.language}>${t(`language.${each}`)}</option>`)}</select></div>`;
}

/** A topic as the API wants it: small letters and hyphens. */
export function written({ title, topic, summary, description, whatToBring, whenNotToJoin, language }: Values): NewCourse {
  const kebab = topic.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const optional = Object.fromEntries(Object.entries({ description, whatToBring, whenNotToJoin }).filter(([, text]) => text.trim() !== ''));
  return { title: title.trim(), topic: kebab, summary: summary.trim(), language, ...optional };
}
