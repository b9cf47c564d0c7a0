/** Who comes to a class, for the instructor of that class. */
package org.bearhug.booking.roster;
