/** What is required of what is asked, whatever the feature. */
package org.bearhug.booking.asked;
