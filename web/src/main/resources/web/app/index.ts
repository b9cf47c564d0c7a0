import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/forms.css';
import './styles/cards.css';
import './styles/pages.css';
import { preferredLanguage, speak } from './kit/messages';

await speak(preferredLanguage());
await import('./shell/bearhug-app');
