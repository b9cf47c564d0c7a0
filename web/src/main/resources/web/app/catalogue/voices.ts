import { html, nothing, type TemplateResult } from 'lit';
import { courses } from '../api/client';
import type { TestimonialView } from '../api/types/courses';
import { t } from '../kit/messages';

const MOST = 12;

/** What carers who came say of a course, the newest first; nothing when that cannot be read now. */
export async function readVoices(id: string): Promise<TestimonialView[]> {
  try {
    return (await courses('GET /v1/courses/{id}/testimonials', { path: { id }, query: { limit: MOST }, open: true })).data.items;
  } catch {
    return [];
  }
}

/** Somebody's words, and below them how they want to be called. */
export const voice = ({ words, signature }: TestimonialView): TemplateResult =>
  html`<figure class="voice"><blockquote class="prose">${words}</blockquote><figcaption class="quiet">${signature}</figcaption></figure>`;

/** A section of them, and by whom they were chosen. */
export function voicesOf(voices: TestimonialView[], instructor: string | undefined): TemplateResult | typeof nothing {
  if (voices.length === 0) return nothing;
  return html`<section aria-labelledby="voices">
    <h2 id="voices">${t('voices.title')}</h2>
    <div class="cards">${voices.map((each) => html`<div class="card">${voice(each)}</div>`)}</div>
    <p class="small quiet after">${t('voices.note', { name: instructor ?? '' })}</p>
  </section>`;
}
