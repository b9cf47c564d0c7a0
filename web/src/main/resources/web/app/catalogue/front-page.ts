import { html, nothing } from 'lit';
import type { CourseCard } from '../api/types/courses';
import { basket, hug } from '../art/scenes';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { courseCard } from './course-card';
import { findCourses } from './catalogue';
import './age-finder';

/** What fits a baby now, and what comes next. */
class FrontPage extends PageView {
  private weeks: number | undefined = keptWeeks();
  private readonly all = new Load(this, () => findCourses());
  private readonly fitting = new Load(this, async (): Promise<CourseCard[]> => (this.weeks === undefined ? [] : findCourses(this.weeks)));
  private later: ReturnType<typeof setTimeout>;

  pageTitle = () => t('front.title');

  render() {
    return html`
      <div class="hero">
        <div>
          <h1>${t('front.heading')}</h1>
          <p class="lead">${t('front.lead')}</p>
          <age-finder .weeks=${this.weeks} @age=${this.changeAge}></age-finder>
        </div>
        <div class="hug">${hug}</div>
      </div>
      ${this.all.render((courses) => this.lists(courses))}
    `;
  }

  private lists(courses: CourseCard[]) {
    if (courses.length === 0) return this.nothingYet(t('front.none'));
    if (this.weeks === undefined) return this.list('front.coming', courses);
    return this.fitting.render((now) => {
      const next = courses
        .filter((course) => course.ageWeeks?.from > this.weeks && !now.some(({ id }) => id === course.id))
        .sort((a, b) => a.ageWeeks.from - b.ageWeeks.from);
      return html`
        ${now.length > 0 ? this.list('front.now', now) : this.nothingYet(t('front.noneNow'))}
        ${next.length > 0 ? this.list('front.next', next) : nothing}
      `;
    });
  }

  private list(heading: 'front.now' | 'front.next' | 'front.coming', courses: CourseCard[]) {
    const soonest = [...courses].sort((a, b) => (a.nextStart ?? '9').localeCompare(b.nextStart ?? '9'));
    return html`<section>
      <h2>${t(heading)}</h2>
      <ul class="cards">${soonest.map((course) => courseCard(course))}</ul>
    </section>`;
  }

  private nothingYet(words: string) {
    return html`<div class="empty">${basket}<p>${words}</p></div>`;
  }

  private changeAge(event: CustomEvent<number>): void {
    this.weeks = event.detail;
    sessionStorage.setItem('bearhug.weeks', String(this.weeks));
    this.requestUpdate();
    clearTimeout(this.later);
    this.later = setTimeout((): void => void this.fitting.run(), 200);
  }
}

function keptWeeks(): number | undefined {
  const kept = sessionStorage.getItem('bearhug.weeks');
  return kept === null ? undefined : Number(kept);
}

define('front-page', FrontPage);
