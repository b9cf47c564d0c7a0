/** What course-service says of sessions and blocks, kept here so that booking goes on without it. */
package org.bearhug.booking.timetable;
