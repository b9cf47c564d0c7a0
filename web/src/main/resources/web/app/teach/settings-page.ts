import { html } from 'lit';
import { icons } from '../art/icons';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import './profile-part';
import './zoom-part';
import './clients-part';
import './vouchers-part';

/** How I appear, how my calls are made, and which programs act for me. */
class SettingsPage extends PageView {
  pageTitle = () => t('teach.settings');

  render() {
    return html`<a class="crumb" href="/teach">${icons.back}${t('nav.teach')}</a>
      <h1>${t('teach.settings')}</h1>
      <div class="parts">
        <profile-part class="panel"></profile-part>
        <zoom-part class="panel" .outcome=${this.query.get('zoom')}></zoom-part>
        <vouchers-part class="panel"></vouchers-part>
        <clients-part class="panel"></clients-part>
      </div>`;
  }
}

define('settings-page', SettingsPage);
