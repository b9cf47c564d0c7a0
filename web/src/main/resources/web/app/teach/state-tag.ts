import { html, type TemplateResult } from 'lit';
import type { PublicationState } from '../api/types/courses';
import { t } from '../kit/messages';

const LOOKS: Record<PublicationState, string> = { DRAFT: 'warm', PUBLISHED: 'good', ARCHIVED: '' };

/** How far a course or a block is. */
export const stateTag = (state: PublicationState): TemplateResult => html`<span class="tag ${LOOKS[state]}">${t(`state.${state}`)}</span>`;
