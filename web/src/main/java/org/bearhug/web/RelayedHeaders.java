package org.bearhug.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Set;

/** What the door changes in the headers of requests and answers that it hands on. */
final class RelayedHeaders {

    /** What a caller says of where it comes from; we say it. */
    private static final List<String> CLAIMS = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-Real-IP");

    /** Concerns one connection and not the next (RFC 9110, 7.6.1); we answer to {@code Expect} ourselves. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "Connection", "Expect", "Keep-Alive", "Proxy-Authenticate", "Proxy-Connection", "TE", "Trailer", "Upgrade");

    private RelayedHeaders() {}

    static void dress(ProxyRequest onward, HttpServerRequest request) {
        MultiMap headers = onward.headers();
        dropHopByHop(headers);
        CLAIMS.forEach(headers::remove);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
    }

    private static void dropHopByHop(MultiMap headers) {
        for (String named : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String header : named.split(",")) {
                headers.remove(header.strip());
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }

    static void dress(ProxyResponse answer, Upstream upstream) {
        MultiMap headers = answer.headers();
        dropHopByHop(headers);
        for (CharSequence name : List.of(HttpHeaders.LOCATION, HttpHeaders.CONTENT_LOCATION)) {
            String address = headers.get(name);
            if (address != null) {
                headers.set(name, upstream.outer(address));
            }
        }
        keepFromPacking(headers);
        headers.set("X-Content-Type-Options", "nosniff");
    }

    /** A strong tag names these very bytes; packed here, there would be others under it. */
    private static void keepFromPacking(MultiMap headers) {
        String tag = headers.get(HttpHeaders.ETAG);
        if (tag != null && !tag.startsWith("W/") && !headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
    }
}
