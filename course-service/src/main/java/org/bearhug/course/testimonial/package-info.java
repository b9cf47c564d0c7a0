/** What carers who came say of a course, shown when they agree and its instructor chooses it. */
package org.bearhug.course.testimonial;
