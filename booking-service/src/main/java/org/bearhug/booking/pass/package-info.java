/** Passes of some sessions: an instructor offers them, a carer buys one and books with it. */
package org.bearhug.booking.pass;
