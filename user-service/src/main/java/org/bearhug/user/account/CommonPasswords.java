package org.bearhug.user.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The passwords that everybody tries first: a list of the most used, and what people make of those to please a rule. */
final class CommonPasswords {

    /** A word with a few digits or signs around it, such as {@code !Sunshine2026}. */
    private static final Pattern DRESSED = Pattern.compile("([^\\p{L}]{0,6})(\\p{L}.*\\p{L})([^\\p{L}]{0,6})");

    /** One short piece over and over, such as {@code abcabcabcabc}. */
    private static final Pattern REPEATED = Pattern.compile("(.{1,5})\\1+.{0,4}");

    private final Set<String> list = read();

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("/common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contain(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return list.contains(lower)
                || isDressedUp(lower)
                || REPEATED.matcher(lower).matches()
                || lower.chars().distinct().count() <= 2
                || isRow(lower, 1)
                || isRow(lower, -1);
    }

    private boolean isDressedUp(String lower) {
        Matcher parts = DRESSED.matcher(lower);
        return parts.matches() && list.contains(parts.group(2));
    }

    /** Such as {@code abcdefghijkl}. */
    private static boolean isRow(String text, int step) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) - text.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }
}
