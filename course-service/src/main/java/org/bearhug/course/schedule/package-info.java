/** When it is taught: blocks that unfold into dated sessions. Both share one invariant and so one package. */
package org.bearhug.course.schedule;
