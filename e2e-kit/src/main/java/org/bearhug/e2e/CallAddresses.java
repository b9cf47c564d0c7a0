package org.bearhug.e2e;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.bearhug.launcher.Ports;

/**
 * Reads every answer of the whole run, good ones and problems, mails and calendars too, whether a test asked or Chromium:
 * the address of a call stands in none but that to somebody with a place at the door, and that to an instructor who starts.
 */
final class CallAddresses implements Filter {

    /** The played Zoom's pages and Zoom's own, the secrets in their queries, and the links that tests and demo give. */
    static final Pattern ADDRESS = Pattern.compile(
            "/[js]/\\d{9,}|zoom\\.(us|example)/|[?&](tk|zak|pwd)=|only-for-those|meet\\.bearhug\\.example/");

    private static final Pattern WAY_IN =
            Pattern.compile(".*/(places/[0-9a-f-]{36}/join|sessions/[0-9a-f-]{36}/start)");

    private static final Set<Integer> PLAYED_ZOOMS = ConcurrentHashMap.newKeySet();
    private static boolean watching;

    private CallAddresses() {}

    /** From now on all that is answered is read; what the played Zoom of these ports says of itself is no secret. */
    static synchronized void watch(Ports ports) {
        PLAYED_ZOOMS.add(ports.fakeZoom());
        if (!watching) {
            RestAssured.filters(new CallAddresses());
            watching = true;
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        read(
                request.getMethod(),
                URI.create(request.getURI()),
                answer.statusCode(),
                answer.headers() + "\n" + answer.asString());
        return answer;
    }

    /** Reads one answer, headers and body. */
    static void read(String method, URI asked, int status, String answer) {
        if (!PLAYED_ZOOMS.contains(asked.getPort()) && !isWayIn(asked, status)) {
            requireNone("the answer to " + method + " " + asked.getPath(), answer);
        }
    }

    private static boolean isWayIn(URI asked, int status) {
        return status < 400 && WAY_IN.matcher(asked.getPath()).matches();
    }

    static void requireNone(String where, String text) {
        if (ADDRESS.matcher(text).find()) {
            throw new AssertionError("The address of a call stands in " + where);
        }
    }
}
