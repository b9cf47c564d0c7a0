package org.bearhug.fakes;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The encoding of forms and queries ({@code application/x-www-form-urlencoded}). */
public final class Form {

    private Form() {}

    /** The fields in their order; the last of a name counts. */
    public static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&")) {
            String[] pair = part.split("=", 2);
            fields.put(decoded(pair[0]), pair.length == 1 ? "" : decoded(pair[1]));
        }
        return fields;
    }

    /** As it was before it was encoded. */
    public static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
