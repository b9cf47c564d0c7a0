import { html, nothing } from 'lit';
import type { FiguresView } from '../api/types/bookings';
import type { BlockView } from '../api/types/courses';
import { shortDay, sum } from '../kit/format';
import { Load } from '../kit/load';
import { spoken, t } from '../kit/messages';
import { View, define } from '../kit/view';
import { earned, readFigures } from './figures';

/** As many blocks as stand beside each other in one picture. */
const MOST = 12;

interface Pictured {
  block: BlockView;
  figures: FiguresView;
}

/** How full the blocks of a course are and what they bring in, one beside the other. */
class BlockPictures extends View {
  static properties = { blocks: { attribute: false } };
  declare blocks: BlockView[];
  private readonly all: Load<Pictured[]> = new Load(this, () => this.read());

  render() {
    return this.all.render((all) => all.length === 0 ? html`` : html`<section aria-labelledby="pictures">
      <h2 id="pictures">${t('figures.title')}</h2>
      <ul class="rows panel pictures">${all.map((each) => this.row(each, all))}</ul>
    </section>`, html``);
  }

  private row({ block, figures }: Pictured, all: Pictured[]) {
    const percent = new Intl.NumberFormat(spoken(), { style: 'percent' }).format(figures.fillRate ?? 0);
    return html`<li>
      <span class="strong">${block.title ?? shortDay(block.sessions[0].startsAt, block.timeZone)}</span>
      <span class="fill"><progress max="1" value=${figures.fillRate ?? 0} aria-hidden="true"></progress><span class="small number">${t('figures.full', { percent })}</span></span>
      ${figures.income.map((income) => html`<span class="fill"><progress class="earned" max=${most(all, income.charged.currency)} value=${earned(income).amount} aria-hidden="true"></progress>
        <span class="small number">${t('figures.earned', { price: sum(earned(income)) })}</span></span>`)}
      ${figures.income.length === 0 ? html`<span class="fill small quiet">${t('figures.nothing')}</span>` : nothing}
    </li>`;
  }

  private async read(): Promise<Pictured[]> {
    const shown = this.blocks.filter(({ state }) => state !== 'DRAFT').slice(-MOST);
    const all = await Promise.all(shown.map(async (block) => ({ block, figures: await readFigures(block.id) })));
    return all.filter(({ figures }) => figures !== undefined);
  }
}

/** What the best of them brings in, in this currency; all bars are measured by it. */
const most = (all: Pictured[], currency: string): number =>
  Math.max(1, ...all.flatMap(({ figures }) => figures.income.map(earned)).filter((each) => each.currency === currency).map(({ amount }) => amount));

define('block-pictures', BlockPictures);
