let ahead = 0;

/** Half a second of doubt is what the Date header's whole seconds leave; more than this is a wrong clock. */
const TOLERATED = 5_000;

/** Learns from a Date header how far this device's clock is off. */
export function learnTime(date: string | null): void {
  const server = date === null ? NaN : Date.parse(date);
  if (!Number.isNaN(server)) {
    const off = server - Date.now();
    const wasWrong = clockIsWrong();
    ahead = Math.abs(off) > TOLERATED ? off : 0;
    if (wasWrong !== clockIsWrong()) dispatchEvent(new CustomEvent('bearhug-clock'));
  }
}

/** What time it is at the server, whatever this device believes. */
export const now = (): number => Date.now() + ahead;

/** Whether this device's clock is so wrong (two minutes or more) that people should know. */
export const clockIsWrong = (): boolean => Math.abs(ahead) >= 120_000;
