import { html, nothing, type TemplateResult } from 'lit';
import { bookings } from '../api/client';
import type { FiguresView, Income, Money } from '../api/types/bookings';
import { sum } from '../kit/format';
import { spoken, t } from '../kit/messages';

/** How full a block is and what it brings in; nothing when that cannot be said right now. */
export async function readFigures(id: string): Promise<FiguresView | undefined> {
  try {
    return (await bookings('GET /v1/blocks/{id}/figures', { path: { id } })).data;
  } catch {
    return undefined;
  }
}

/** What is charged and not given back. */
export const earned = ({ charged, credited }: Income): Money => ({ ...charged, amount: charged.amount - credited.amount });

/** A ring that fills with the seats, and the money beside it. */
export function incomeOf(figures: FiguresView): TemplateResult {
  const rate = Number(figures.fillRate ?? 0);
  const percent = new Intl.NumberFormat(spoken(), { style: 'percent' }).format(rate);
  return html`<section class="panel figures">
    <svg class="ring" viewBox="0 0 42 42" role="img" aria-label=${t('figures.full', { percent })}>
      <circle cx="21" cy="21" r="15.9"/><circle class="part" cx="21" cy="21" r="15.9" pathLength="100" stroke-dasharray="${Math.round(rate * 100)} 100"/>
    </svg>
    <div>
      <p class="strong">${t('figures.full', { percent })}</p>
      ${figures.attended > 0 ? html`<p class="quiet">${t('figures.came', { n: figures.attended })}</p>` : nothing}
      ${figures.income.map((income) => html`<p>${t('figures.earned', { price: sum(earned(income)) })}
        <span class="hint">${t('figures.paid', { paid: sum(income.paid), open: sum(income.outstanding) })}</span></p>`)}
    </div>
  </section>`;
}
