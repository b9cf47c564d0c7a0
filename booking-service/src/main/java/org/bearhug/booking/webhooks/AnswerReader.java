package org.bearhug.booking.webhooks;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;

/** Reads an answer, of which only the beginning is kept; one that does not end is not read to its end. */
final class AnswerReader {

    static final int KEPT = 1024;

    private static final int READ_AT_MOST = 64 * 1024;

    private final HttpClientResponse response;
    private final Clock clock;
    private final CompletableFuture<Answer> answer;
    private final Buffer beginning = Buffer.buffer();
    private long read;

    AnswerReader(HttpClientResponse response, Clock clock, CompletableFuture<Answer> answer) {
        this.response = response;
        this.clock = clock;
        this.answer = answer;
    }

    void read() {
        response.handler(this::take)
                .endHandler(end -> complete())
                // The status counts, whatever became of the rest.
                .exceptionHandler(broken -> complete());
    }

    private void take(Buffer chunk) {
        read += chunk.length();
        int room = KEPT - beginning.length();
        if (room > 0) {
            beginning.appendBuffer(chunk, 0, Math.min(room, chunk.length()));
        }
        if (read > READ_AT_MOST) {
            complete();
            response.request().reset();
        }
    }

    private void complete() {
        answer.complete(new Answer(
                response.statusCode(),
                text(beginning.getBytes()),
                null,
                retryAfter(response.getHeader("Retry-After"))));
    }

    private static String text(byte[] bytes) {
        // Control characters are no text, and PostgreSQL takes no NUL.
        String text = new String(bytes, StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
        return text.isEmpty() ? null : text;
    }

    /** In seconds or as a date; what is neither says nothing. At most {@link RetrySchedule#LONGEST}. */
    private Duration retryAfter(String header) {
        if (header == null) {
            return null;
        }
        try {
            Duration asked = header.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(
                            clock.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
            return asked.isNegative() || asked.isZero()
                    ? null
                    : asked.compareTo(RetrySchedule.LONGEST) > 0 ? RetrySchedule.LONGEST : asked;
        } catch (DateTimeException neither) {
            return null;
        }
    }
}
