import { html, nothing, type TemplateResult } from 'lit';
import type { CourseCard } from '../api/types/courses';
import { topicArt } from '../art/topics';
import { ageRange, day, time } from '../kit/format';
import { t } from '../kit/messages';

/** A course in a list: all of the card is its link. */
export function courseCard(course: CourseCard): TemplateResult {
  return html`<li class="card">
    <div class="card-art">${topicArt(course.topic)}</div>
    <h3 class="card-title"><a href="/courses/${course.id}" lang=${course.language ?? nothing}>${course.title}</a></h3>
    <p class="quiet" lang=${course.language ?? nothing}>${course.summary}</p>
    <p class="small quiet">${t('course.with', { name: course.instructor?.name ?? '' })}</p>
    <p class="card-end">
      ${course.nextStart ? html`<span class="tag warm">${day(course.nextStart)}, ${time(course.nextStart)}</span>` : nothing}
      ${course.ageWeeks ? html`<span class="tag">${ageRange(course.ageWeeks)}</span>` : nothing}
    </p>
  </li>`;
}
