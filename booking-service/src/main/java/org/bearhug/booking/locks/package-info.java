/** Locks on what has no row of its own. */
package org.bearhug.booking.locks;
