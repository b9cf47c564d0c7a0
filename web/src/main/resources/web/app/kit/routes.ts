export interface Route {
  path: string;
  tag: string;
  load: () => Promise<unknown>;
}

/** Every page: its address, its element and the module that brings it, which is fetched when it is first shown. */
const ROUTES: Route[] = [
  { path: '/', tag: 'front-page', load: () => import('../catalogue/front-page') },
  { path: '/courses/:id', tag: 'course-page', load: () => import('../catalogue/course-page') },
  { path: '/login', tag: 'login-page', load: () => import('../entry/login-page') },
  { path: '/register', tag: 'register-page', load: () => import('../entry/register-page') },
  { path: '/verify', tag: 'verify-page', load: () => import('../entry/verify-page') },
  { path: '/forgot-password', tag: 'forgot-page', load: () => import('../entry/forgot-page') },
  { path: '/reset-password', tag: 'reset-page', load: () => import('../entry/reset-page') },
  { path: '/magic-link', tag: 'magic-page', load: () => import('../entry/magic-page') },
  { path: '/invitation', tag: 'invitation-page', load: () => import('../entry/invitation-page') },
  { path: '/erasure', tag: 'erasure-page', load: () => import('../entry/erasure-page') },
  { path: '/book', tag: 'book-page', load: () => import('../booking/book-page') },
  { path: '/waitlist', tag: 'waitlist-page', load: () => import('../booking/waitlist-page') },
  { path: '/make-up', tag: 'make-up-page', load: () => import('../mine/make-up-page') },
  { path: '/my-classes', tag: 'my-classes-page', load: () => import('../mine/my-classes-page') },
  { path: '/bookings/:id', tag: 'booking-page', load: () => import('../mine/booking-page') },
  { path: '/bookings/:id/move', tag: 'move-page', load: () => import('../mine/move-page') },
  { path: '/passes', tag: 'passes-page', load: () => import('../pass/passes-page') },
  { path: '/tell/:id', tag: 'tell-page', load: () => import('../mine/tell-page') },
  { path: '/children', tag: 'children-page', load: () => import('../family/children-page') },
  { path: '/account', tag: 'account-page', load: () => import('../account/account-page') },
  { path: '/teach', tag: 'teach-page', load: () => import('../teach/teach-page') },
  { path: '/teach/new', tag: 'new-course-page', load: () => import('../teach/new-course-page') },
  { path: '/teach/week', tag: 'week-page', load: () => import('../teach/week-page') },
  { path: '/teach/payments', tag: 'payments-page', load: () => import('../teach/payments-page') },
  { path: '/teach/passes', tag: 'passes-desk-page', load: () => import('../teach/passes-desk-page') },
  { path: '/teach/settings', tag: 'settings-page', load: () => import('../teach/settings-page') },
  { path: '/teach/webhooks', tag: 'webhooks-page', load: () => import('../teach/webhooks-page') },
  { path: '/teach/webhooks/:id', tag: 'webhook-page', load: () => import('../teach/webhook-page') },
  { path: '/teach/courses/:id', tag: 'course-desk-page', load: () => import('../teach/course-desk-page') },
  { path: '/teach/courses/:id/dates', tag: 'new-block-page', load: () => import('../teach/new-block-page') },
  { path: '/teach/blocks/:id', tag: 'block-desk-page', load: () => import('../teach/block-desk-page') },
  { path: '/teach/sessions/:id', tag: 'session-page', load: () => import('../teach/session-page') },
  { path: '/people', tag: 'people-page', load: () => import('../admin/people-page') },
  { path: '/developers', tag: 'developers-page', load: () => import('../shell/developers-page') },
];

const NOT_FOUND: Route = { path: '', tag: 'not-found-page', load: () => import('../shell/not-found-page') };

export function findRoute(path: string): { route: Route; params: Record<string, string> } {
  const asked = path.replace(/\/+$/, '').split('/');
  for (const route of ROUTES) {
    const parts = route.path.replace(/\/+$/, '').split('/');
    const fits = parts.length === asked.length && parts.every((part, i) => part.startsWith(':') || part === asked[i]);
    if (fits) {
      const named = parts.map((part, i) => [part.slice(1), asked[i]] as const).filter((_, i) => parts[i].startsWith(':'));
      return { route, params: Object.fromEntries(named) };
    }
  }
  return { route: NOT_FOUND, params: {} };
}
