/**
 * The booking desk: who has which seat. Locks are always taken in one order, booking, then seats by their session's id,
 * then places, so that no two requests wait for each other (docs/decisions/0004-one-order-of-locks.md).
 */
package org.bearhug.booking.desk;
