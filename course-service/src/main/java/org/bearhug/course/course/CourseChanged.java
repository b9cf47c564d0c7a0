package org.bearhug.course.course;

/**
 * A course has another title, or its state moved on. Told in the transaction that changes it, while the course is
 * locked, so that what hangs on it changes with it or not at all.
 *
 * @param erased with its instructor, and so without any of their words from now on
 */
public record CourseChanged(TaughtCourse course, boolean archived, boolean erased) {}
