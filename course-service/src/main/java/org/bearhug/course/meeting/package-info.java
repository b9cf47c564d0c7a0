/** The way into the call, which nobody reads here: it comes in, is sealed, and leaves sealed. */
package org.bearhug.course.meeting;
