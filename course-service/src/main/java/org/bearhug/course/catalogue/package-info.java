/** Finding a course. */
package org.bearhug.course.catalogue;
