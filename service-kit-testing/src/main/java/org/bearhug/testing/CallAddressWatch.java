package org.bearhug.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.net.URI;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Reads along in every test of a service: the address of a call stands in no answer but that to who joins or starts, in no
 * problem, in no log line and in no fact. Found by Quarkus through the service loader.
 */
public final class CallAddressWatch implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {

    private static final String WORDS = "/[js]/[0-9]{5,}|zoom[.](us|test)/|[?&](tk|zak|pwd)=";
    private static final Pattern ADDRESS = Pattern.compile(WORDS);
    private static final Pattern WAY_IN =
            Pattern.compile(".*/(places/[0-9a-f-]{36}/join|sessions/[0-9a-f-]{36}/start)");

    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();
    private static boolean watching;
    private static UUID lookBefore = new UUID(0, 0);
    private static UUID lastLook = new UUID(0, 0);

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        synchronized (FOUND) {
            if (!watching) {
                RestAssured.filters(new Answers());
                Logger.getLogger("").addHandler(new LogLines());
                watching = true;
            }
        }
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        if (toldSinceTheLook(new Sql(CDI.current().select(DataSource.class).get())) > 0) {
            note("a fact");
        }
        String found = String.join(", ", FOUND);
        FOUND.clear();
        if (!found.isEmpty()) {
            throw new AssertionError("The address of a call stands in " + found);
        }
    }

    /** Each fact is looked at twice, for one that was begun earlier may be committed later. */
    private static long toldSinceTheLook(Sql sql) {
        long told = sql.<Long>one("SELECT count(*) FROM outbox WHERE id > ? AND payload::text ~ ?", lookBefore, WORDS);
        lookBefore = lastLook;
        lastLook = sql.rows("SELECT id FROM outbox ORDER BY id DESC LIMIT 1").stream()
                .map(row -> (UUID) row.get("id"))
                .findFirst()
                .orElse(lastLook);
        return told;
    }

    private static void note(String where) {
        FOUND.add(where);
    }

    private static final class Answers implements Filter {
        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification expected,
                FilterContext context) {
            Response answer = context.next(request, expected);
            URI asked = URI.create(request.getURI());
            boolean ofService = asked.getPort() == RestAssured.port;
            boolean allowed =
                    answer.statusCode() < 400 && WAY_IN.matcher(asked.getPath()).matches();
            if (ofService
                    && !allowed
                    && ADDRESS.matcher(answer.headers() + "\n" + answer.asString())
                            .find()) {
                note("the answer to " + request.getMethod() + " " + asked.getPath());
            }
            return answer;
        }
    }

    private static final class LogLines extends Handler {
        private final PatternFormatter formatter = new PatternFormatter("%c %s%e");

        @Override
        public void publish(LogRecord line) {
            if (ADDRESS.matcher(formatter.format(line)).find()) {
                note("a log line of " + line.getLoggerName());
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
