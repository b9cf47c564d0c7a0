/** What an instructor wants to know of a block as a whole: how full it is, who came, what it brings in. */
package org.bearhug.booking.figures;
