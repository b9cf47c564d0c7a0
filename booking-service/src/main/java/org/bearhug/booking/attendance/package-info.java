/** Who came: the instructor's marks beside what Zoom has seen. */
package org.bearhug.booking.attendance;
