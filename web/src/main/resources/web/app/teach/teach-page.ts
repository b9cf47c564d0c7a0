import { html } from 'lit';
import type { CourseCard } from '../api/types/courses';
import { icons } from '../art/icons';
import { basket } from '../art/scenes';
import { topicArt } from '../art/topics';
import { day, time } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { stateTag } from './state-tag';
import { readOwnCourses } from './teaching';
import './waiting-voices';

/** What I teach. */
class TeachPage extends PageView {
  private readonly mine: Load<CourseCard[]> = new Load(this, readOwnCourses);

  pageTitle = () => t('nav.teach');

  render() {
    return html`<h1>${t('nav.teach')}</h1>
      <p class="chips"><a href="/teach/payments">${t('payments.title')}</a><a href="/teach/passes">${t('passes.title')}</a><a href="/teach/settings">${t('teach.settings')}</a></p>
      <waiting-voices></waiting-voices>
      ${this.mine.render((mine) => mine.length === 0
        ? html`<div class="empty">${basket}<p>${t('teach.none')}</p></div>`
        : html`<ul class="cards">${mine.map((course) => this.card(course))}</ul>`)}
      <div class="bar"><a class="primary" href="/teach/new">${icons.plus}${t('teach.new')}</a></div>`;
  }

  private card(course: CourseCard) {
    return html`<li class="card">
      <div class="card-art">${topicArt(course.topic)}</div>
      <h2 class="card-title"><a href="/teach/courses/${course.id}">${course.title}</a></h2>
      <p class="quiet">${course.nextStart ? t('teach.next', { day: day(course.nextStart), time: time(course.nextStart) }) : t('teach.noNext')}</p>
      <p class="card-end">${stateTag(course.state)}</p>
    </li>`;
  }
}

define('teach-page', TeachPage);
