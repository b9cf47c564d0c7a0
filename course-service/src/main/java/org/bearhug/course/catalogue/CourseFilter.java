package org.bearhug.course.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.course.schedule.Days;

/** What is looked for; null where nothing is asked. */
record CourseFilter(String q, String topic, UUID instructor, Integer ageWeeks, Days days) {

    private static final int MOST_WORDS = 10;

    /** Whether a course must have a session to come that fits. */
    boolean asksForSessions() {
        return ageWeeks != null || days.areAsked();
    }

    /** The words as PostgreSQL's query: each must be there, or begin a word that is. Null when there is none. */
    String words() {
        if (q == null) {
            return null;
        }
        String words = Arrays.stream(
                        Normalizer.normalize(q, Normalizer.Form.NFKC).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
        return words.isEmpty() ? null : words;
    }
}
