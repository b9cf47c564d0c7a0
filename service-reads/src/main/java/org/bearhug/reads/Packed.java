package org.bearhug.reads;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A body with its headers, plain and compressed, each whole and as the word that nothing has changed. */
final class Packed {

    /** Below this, compressing saves no packet. */
    private static final int WORTH_COMPRESSING = 1024;

    private final Variant plain;
    private final Variant zipped;

    /** Status, headers in the form in which they are written quickest, and body: the same for all who ask. */
    record Reply(int status, List<Header> headers, Buffer body) {

        static Reply of(int status, Map<String, String> headers, byte[] body) {
            List<Header> optimized = headers.entrySet().stream()
                    .map(header -> new Header(
                            HttpHeaders.createOptimized(header.getKey()),
                            HttpHeaders.createOptimized(header.getValue())))
                    .toList();
            return new Reply(status, optimized, Buffer.buffer(body));
        }
    }

    record Header(CharSequence name, CharSequence value) {}

    private record Variant(String tag, Reply whole, Reply unchanged) {}

    /** @param version stands in the tag, for whoever asks for a change of just this; null where there is none */
    Packed(Long version, byte[] bytes) {
        String tag = (version == null ? "" : "v" + version + "-") + fingerprint(bytes);
        this.plain = variant("\"" + tag + "\"", bytes, Map.of());
        this.zipped = bytes.length < WORTH_COMPRESSING
                ? plain
                : variant("\"" + tag + "-gzip\"", gzip(bytes), Map.of("Content-Encoding", "gzip"));
    }

    private static Variant variant(String tag, byte[] bytes, Map<String, String> coding) {
        Map<String, String> common = new LinkedHashMap<>();
        common.put("ETag", tag);
        common.put("Cache-Control", "public, no-cache");
        common.put("Vary", "Accept-Encoding, Authorization");
        Map<String, String> whole = new LinkedHashMap<>(common);
        whole.put("Content-Type", "application/json;charset=UTF-8");
        whole.putAll(coding);
        return new Variant(tag, Reply.of(200, whole, bytes), Reply.of(304, common, new byte[0]));
    }

    private static String fingerprint(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    Reply reply(Conditions conditions) {
        Variant variant = conditions.takesGzip() ? zipped : plain;
        return conditions.knows(variant.tag) ? variant.unchanged : variant.whole;
    }

    /** Bytes of both bodies. */
    int size() {
        return plain.whole.body.length() + (zipped == plain ? 0 : zipped.whole.body.length());
    }
}
