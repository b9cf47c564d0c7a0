package org.bearhug.reads;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/**
 * What a request says of the answer it wants (RFC 9110, sections 12.5.3 and 13.1.2).
 *
 * @param known the tags of what the caller has already
 * @param takesGzip whether a compressed answer is understood
 */
record Conditions(List<String> known, boolean takesGzip) {

    static Conditions of(HttpServerRequest request) {
        return new Conditions(
                request.headers().getAll(HttpHeaders.IF_NONE_MATCH),
                takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING)));
    }

    /** Of who gets it uncompressed. */
    static Conditions plain(HttpServerRequest request) {
        return new Conditions(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), false);
    }

    /** Weakly compared, as for reading is right. */
    boolean knows(String tag) {
        for (String header : known) {
            for (String one : header.split(",")) {
                String candidate = one.strip();
                if (candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag)) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean takesGzip(String accepted) {
        if (accepted == null) {
            return false;
        }
        boolean anything = false;
        for (String one : accepted.split(",")) {
            String[] coding = one.split(";");
            switch (coding[0].strip().toLowerCase(Locale.ROOT)) {
                case "gzip", "x-gzip" -> {
                    return isWanted(coding);
                }
                case "*" -> anything = isWanted(coding);
                default -> {
                    // other codings are none of ours
                }
            }
        }
        return anything;
    }

    private static boolean isWanted(String[] coding) {
        return coding.length == 1 || !coding[1].strip().matches("(?i)q\\s*=\\s*0(\\.0*)?");
    }
}
