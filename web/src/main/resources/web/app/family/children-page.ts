import { html } from 'lit';
import type { ChildView } from '../api/types/users';
import { basket } from '../art/scenes';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { readChildren } from './family';
import './child-card';
import './child-form';

/** One's children, and who else cares for them. */
class ChildrenPage extends PageView {
  private readonly kids: Load<ChildView[]> = new Load(this, readChildren);

  pageTitle = () => t('nav.children');

  render() {
    return html`<h1>${t('nav.children')}</h1>
      ${this.kids.render((kids) => kids.length === 0
        ? html`<div class="empty">${basket}<p>${t('child.none')}</p></div>`
        : html`<div class="cards">${kids.map((child) => html`<child-card .child=${child} @changed=${this.again}></child-card>`)}</div>`)}
      <section class="panel narrow-panel">
        <h2>${t('child.addTitle')}</h2>
        <child-form @added=${this.again}></child-form>
      </section>`;
  }

  private again(): void {
    void this.kids.run();
  }
}

define('children-page', ChildrenPage);
