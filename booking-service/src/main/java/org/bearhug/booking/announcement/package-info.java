/** What an instructor writes to a whole group at once, each carer in a letter of their own. */
package org.bearhug.booking.announcement;
