/** What the jobs of all features have in common. */
package org.bearhug.booking.jobs;
