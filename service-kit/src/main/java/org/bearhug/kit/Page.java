package org.bearhug.kit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** One page of a list in a stable order. {@code nextCursor} is absent on the last page. */
public record Page<T>(List<T> items, String nextCursor) {

    /** The most a page may hold. */
    public static final int LIMIT = 100;

    /** What a page holds when the caller does not say. */
    public static final String DEFAULT_LIMIT = "20";

    /**
     * A page of at most {@code limit} items out of {@code limit + 1} fetched ones; the one too many tells that there is
     * a next page.
     */
    public static <R, T> Page<T> of(List<R> fetched, int limit, Function<R, Cursor> cursor, Function<R, T> view) {
        boolean more = fetched.size() > limit;
        List<R> shown = more ? fetched.subList(0, limit) : fetched;
        String next = more ? cursor.apply(shown.get(limit - 1)).text() : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    /** A place in a list: the sort keys of the last item shown. Opaque to callers, and worth nothing to a forger. */
    public record Cursor(List<String> keys) {

        private static final char BETWEEN = '\u001f';

        /** Above every id there is; its bits are all set. */
        private static final UUID HIGHEST = new UUID(-1, -1);

        /** The place after an item with these sort keys, in the order of sorting. */
        public static Cursor after(Object... keys) {
            return new Cursor(Arrays.stream(keys).map(String::valueOf).toList());
        }

        /**
         * Reads what {@link #text()} wrote; null for null.
         *
         * @param parse turns the keys into what the query needs; whatever it throws counts as an invalid cursor
         * @throws Refusal 400 when the text is no cursor of this list
         */
        public static <T> T read(String text, Function<List<String>, T> parse) {
            if (text == null) {
                return null;
            }
            try {
                String keys = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                return parse.apply(List.of(keys.split(String.valueOf(BETWEEN), -1)));
            } catch (RuntimeException notOurs) {
                throw Refusal.invalid("?cursor", "This is not a cursor of this list.");
            }
        }

        /**
         * The id below which a list goes on that has the newest first; above all of them for its first page.
         *
         * @throws Refusal 400 when the text is no cursor of this list
         */
        public static UUID below(String text) {
            return text == null ? HIGHEST : read(text, keys -> UUID.fromString(keys.get(0)));
        }

        /** As it is given to the caller. */
        public String text() {
            byte[] joined = String.join(String.valueOf(BETWEEN), keys).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
        }
    }
}
