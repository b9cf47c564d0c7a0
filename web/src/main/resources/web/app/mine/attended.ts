import { html } from 'lit';
import { courses } from '../api/client';
import type { AttendedCourse } from '../api/types/courses';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** The courses I came to, with what I told of them. */
export async function readAttended(): Promise<AttendedCourse[]> {
  return (await courses('GET /v1/me/testimonials', { query: { limit: 100 } })).data.items;
}

/** Asks, once there is something to tell, how it was. */
class AttendedPart extends View {
  private readonly attended: Load<AttendedCourse[]> = new Load(this, async () => {
    try {
      return await readAttended();
    } catch {
      // It can be asked another day.
      return [];
    }
  });

  render() {
    return this.attended.render((all) => all.length === 0 ? html`` : html`<section>
      <h2>${t('tell.title')}</h2>
      <ul class="rows panel">${all.map(({ courseId, title, testimonial }) => html`<li>
        <span class="strong">${title}</span>
        <a class="quiet-link" href="/tell/${courseId}">${t(testimonial ? 'tell.mine' : 'tell.do')}</a></li>`)}</ul>
    </section>`, html``);
  }
}

define('attended-part', AttendedPart);
