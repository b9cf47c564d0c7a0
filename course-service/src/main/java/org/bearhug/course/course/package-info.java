/** What is taught: writing a course, publishing and archiving it. */
package org.bearhug.course.course;
