package org.bearhug.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.vertx.ext.web.ParsedHeaderValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** How bytes are made smaller on their way, the best first. */
enum Coding {
    BROTLI("br") {
        @Override
        boolean isThere() {
            return Brotli4jLoader.isAvailable();
        }

        @Override
        byte[] code(byte[] plain) {
            try {
                return Encoder.compress(plain, Encoder.Parameters.create(11));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    GZIP("gzip") {
        @Override
        byte[] code(byte[] plain) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    },
    IDENTITY("identity") {
        @Override
        byte[] code(byte[] plain) {
            return plain;
        }
    };

    final String token;

    Coding(String token) {
        this.token = token;
    }

    /** Whether this machine can do it: brotli is not Java's, and its library is not there for each. */
    boolean isThere() {
        return true;
    }

    abstract byte[] code(byte[] plain);

    /** Whether somebody with this Accept-Encoding takes it (RFC 9110, 12.5.3). */
    boolean suits(List<ParsedHeaderValue> accepted) {
        return accepted.stream()
                .filter(wish -> wish.value().equalsIgnoreCase(token))
                .findFirst()
                .or(() -> accepted.stream()
                        .filter(wish -> wish.value().equals("*"))
                        .findFirst())
                .map(wish -> wish.weight() > 0)
                .orElse(this == IDENTITY);
    }
}
