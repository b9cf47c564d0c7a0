import { bookings } from '../api/client';

/** Gives seats back that nobody wants any more; they would come back by themselves, only later. */
export function letGo(holdId: string): void {
  bookings('DELETE /v1/holds/{id}', { path: { id: holdId } }).catch((): void => undefined);
}
