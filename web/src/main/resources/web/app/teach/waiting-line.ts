import { html, nothing } from 'lit';
import { bookings } from '../api/client';
import type { Family, LineView } from '../api/types/bookings';
import { moment } from '../kit/format';
import { Load } from '../kit/load';
import { t, tn } from '../kit/messages';
import { View, define } from '../kit/view';

/** Who waits for a block or a session of mine, in the order of the line. */
class WaitingLine extends View {
  static properties = { block: { attribute: false }, session: { attribute: false } };
  declare block: string | undefined;
  declare session: string | undefined;
  private readonly line: Load<LineView> = new Load(this, async () =>
    (this.block
      ? await bookings('GET /v1/blocks/{id}/waitlist', { path: { id: this.block } })
      : await bookings('GET /v1/sessions/{id}/waitlist', { path: { id: this.session } })).data);

  render() {
    return html`<h2>${t('line.title')}</h2>
      ${this.line.render(({ items, inLine }) => items.length === 0
        ? html`<p class="quiet">${t('line.none')}</p>`
        : html`<ol class="rows panel">${items.map((family) => this.row(family))}</ol>
          ${inLine > items.length ? html`<p class="quiet">${tn('line.more', inLine - items.length)}</p>` : nothing}`)}`;
  }

  private row(family: Family) {
    const names = new Intl.ListFormat(document.documentElement.lang).format(family.childNames);
    return html`<li>
      <span><span class="strong">${names || t('roster.gone')}</span><span class="hint">${[family.carerName, this.wish(family), t('line.since', { moment: moment(family.joinedAt) })].filter(Boolean).join(' · ')}</span></span>
      ${family.offeredUntil
        ? html`<span class="tag warm">${t('line.offered', { moment: moment(family.offeredUntil) })}</span>`
        : html`<span class="tag">${t('wait.position', { n: family.position })}</span>`}
    </li>`;
  }

  /** What else would do, or that it is one date alone. */
  private wish({ blockIds, sessionId }: Family): string {
    if (sessionId) return this.block ? t('line.oneDate') : '';
    if (blockIds.length < 2) return this.block ? '' : t('line.wholeBlock');
    return this.block ? t('line.choice', { n: blockIds.indexOf(this.block) + 1, all: blockIds.length }) : t('line.wholeBlock');
  }
}

define('waiting-line', WaitingLine);
