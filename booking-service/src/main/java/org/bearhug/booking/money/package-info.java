/** Prices and what is owed. */
package org.bearhug.booking.money;
