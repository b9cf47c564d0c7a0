package org.bearhug.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** A part of the client as it is sent: its bytes in each coding that makes them smaller, the best first. */
record PagePart(String type, List<Coded> codings) {

    /** Pictures and fonts are small already. */
    private static final Set<String> SQUEEZABLE =
            Set.of("html", "css", "js", "map", "json", "svg", "webmanifest", "txt");

    private static final int TAG_LENGTH = 22;

    /** The same part in other bytes is another thing to a cache, and so has a tag of its own. */
    record Coded(Coding coding, Buffer bytes, String tag) {}

    static PagePart of(String path, byte[] plain) {
        return of(path, plain, Coding::isThere);
    }

    static PagePart of(String path, byte[] plain, Predicate<Coding> there) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<Coded> codings = new ArrayList<>();
        for (Coding coding : Coding.values()) {
            if (coding == Coding.IDENTITY || (SQUEEZABLE.contains(ending) && there.test(coding))) {
                codings.add(new Coded(coding, Buffer.buffer(coding.code(plain)), tag(plain, coding)));
            }
        }
        return new PagePart(type(ending), List.copyOf(codings));
    }

    private static String type(String ending) {
        return switch (ending) {
            case "html" -> "text/html;charset=UTF-8";
            case "webmanifest" -> "application/manifest+json";
            case "map" -> "application/json";
            default -> MimeMapping.getMimeTypeForExtension(ending);
        };
    }

    private static String tag(byte[] plain, Coding coding) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(plain);
            String name =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, TAG_LENGTH);
            return '"' + name + (coding == Coding.IDENTITY ? "" : "-" + coding.token) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the best coding that the caller takes; without a body when the caller has it. */
    void answer(RoutingContext call) {
        Coded chosen = best(call.parsedHeaders().acceptEncoding());
        HttpServerResponse response = call.response()
                .putHeader(HttpHeaders.ETAG, chosen.tag())
                // The server would otherwise code it once more.
                .putHeader(HttpHeaders.CONTENT_ENCODING, chosen.coding().token);
        if (codings.size() > 1) {
            response.putHeader(HttpHeaders.VARY, "Accept-Encoding");
        }
        if (has(call.request().getHeader(HttpHeaders.IF_NONE_MATCH), chosen.tag())) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(
                        HttpHeaders.CONTENT_LENGTH,
                        String.valueOf(chosen.bytes().length()));
        if (call.request().method().name().equals("HEAD")) {
            response.end();
        } else {
            response.end(chosen.bytes());
        }
    }

    /** Of those that the caller takes; the plain bytes when it takes none. */
    Coded best(List<ParsedHeaderValue> accepted) {
        return codings.stream()
                .filter(coded -> coded.coding().suits(accepted))
                .findFirst()
                .orElse(codings.get(codings.size() - 1));
    }

    private static boolean has(String known, String tag) {
        return known != null && (known.equals("*") || known.contains(tag));
    }
}
