package org.bearhug.web;

import java.util.regex.Pattern;

/**
 * The path of a request as it was sent, before anybody decodes it. What two programs could read in two ways (an encoded
 * slash, a matrix parameter, a dot segment) is refused here, since the services behind would have to agree with us.
 */
record RawPath(String text) {

    /** Segments of RFC 3986 without {@code ;}, none of them empty but the last. */
    private static final Pattern PLAIN = Pattern.compile("(/([\\w.~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})+)*+/?");

    /** Encoded control characters, slash, backslash and semicolon. */
    private static final Pattern TRICKY_CODE = Pattern.compile("%([01][0-9A-F]|7F|2F|5C|3B)", Pattern.CASE_INSENSITIVE);

    private static final Pattern DOT_SEGMENT = Pattern.compile("/(\\.|%2E){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

    /** Of a request target, which may have a query. */
    static RawPath of(String target) {
        int query = target.indexOf('?');
        return new RawPath(query < 0 ? target : target.substring(0, query));
    }

    boolean isPlain() {
        return text.startsWith("/")
                && PLAIN.matcher(text).matches()
                && !TRICKY_CODE.matcher(text).find()
                && !DOT_SEGMENT.matcher(text).find();
    }
}
