/** Has the service worker keep what this page is made of, so that it opens without a network too. */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register());
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    // What came before the worker stood ready went past it.
    const files = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
    const ours = files.filter((path) => path.startsWith('/static/') || /\.(svg|png|webmanifest)$/.test(path));
    active.postMessage({ keep: ['/', ...new Set(ours)] });
  } catch {
    // A browser that refuses workers, in a private window for instance, does without.
  }
}
