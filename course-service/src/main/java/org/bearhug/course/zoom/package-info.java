/** Zoom meetings that make themselves: wishes are written with the schedule, and a worker has Zoom fulfil them. */
package org.bearhug.course.zoom;
