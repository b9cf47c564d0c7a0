import { html } from 'lit';
import { courses } from '../api/client';
import type { TestimonialView } from '../api/types/courses';
import { Load } from '../kit/load';
import { t, tn } from '../kit/messages';
import { View, define } from '../kit/view';

/** Says when carers have told how it was and I have not chosen yet. */
class WaitingVoices extends View {
  private readonly waiting: Load<TestimonialView[]> = new Load(this, async () => {
    try {
      return (await courses('GET /v1/testimonials', { query: { limit: 100 } })).data.items;
    } catch {
      // The courses are there without it.
      return [];
    }
  });

  render() {
    return this.waiting.render((all) => all.length === 0 ? html`` : html`<p class="notice warm"><span>${tn('voices.wait', all.length)}
      <a href="/teach/courses/${all[0].courseId}">${t('voices.read')}</a></span></p>`, html``);
  }
}

define('waiting-voices', WaitingVoices);
