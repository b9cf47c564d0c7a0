package org.bearhug.reads;

import java.time.Instant;
import java.util.Set;

/**
 * What was read for an answer, and what it stands and falls with.
 *
 * @param version of what is shown, when it can be changed; null for a list
 * @param subjects whatever is told of these changes it: ids, or kinds such as {@code course} for any of them
 * @param until when time alone changes it; null for never
 */
public record Reading<T>(T view, Long version, Set<String> subjects, Instant until) {}
