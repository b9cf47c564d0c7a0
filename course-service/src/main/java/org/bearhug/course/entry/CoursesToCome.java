package org.bearhug.course.entry;

import java.util.HashMap;
import java.util.Map;
import org.bearhug.course.course.NewCourse;

/** The courses that items of a batch would write, for the items after them when nothing is written. */
final class CoursesToCome {

    private final Map<String, NewCourse> words = new HashMap<>();

    EntryWish complete(EntryWish wish) {
        if (wish.externalCourseId() == null || wish.course() != null) {
            return wish;
        }
        return wish.with(words.get(wish.externalCourseId()));
    }

    /** This one would be written. */
    void remember(EntryWish wish) {
        if (wish.externalCourseId() != null && wish.course() != null) {
            words.putIfAbsent(wish.externalCourseId(), wish.course());
        }
    }
}
