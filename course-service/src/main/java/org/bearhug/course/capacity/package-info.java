/** What booking-service has to agree to before a capacity is lowered. */
package org.bearhug.course.capacity;
