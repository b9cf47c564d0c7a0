package org.bearhug.course.catalogue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is looked for; null where nothing is asked. The days are those where a session is taught, both inclusive. */
record CourseFilter(String q, String topic, UUID instructor, Integer ageWeeks, LocalDate from, LocalDate to) {

    private static final int MOST_WORDS = 10;

    static final CourseFilter NONE = new CourseFilter(null, null, null, null, null, null);

    /** Whether a course must have a session to come that fits. */
    boolean asksForSessions() {
        return ageWeeks != null || from != null || to != null;
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
