/** Who teaches, as far as the catalogue says it: what user-service tells of instructors. */
package org.bearhug.course.instructor;
