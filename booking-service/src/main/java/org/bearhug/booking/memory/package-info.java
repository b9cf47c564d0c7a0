/** What was read of the world a moment ago, by its versions. */
package org.bearhug.booking.memory;
