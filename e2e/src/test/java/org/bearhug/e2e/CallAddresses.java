package org.bearhug.e2e;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Reads every answer of the whole run, good ones and problems, mails and calendars too: the address of a call stands in
 * none but that to somebody with a place at the door, and that to an instructor who starts.
 */
final class CallAddresses implements Filter {

    /** The played Zoom's pages and Zoom's own, the secrets in their queries, and the link that tests give by hand. */
    static final Pattern ADDRESS =
            Pattern.compile("/[js]/\\d{9,}|zoom\\.(us|example)/|[?&](tk|zak|pwd)=|only-for-those");

    private static final Pattern WAY_IN =
            Pattern.compile(".*/(places/[0-9a-f-]{36}/join|sessions/[0-9a-f-]{36}/start)");

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        URI asked = URI.create(request.getURI());
        if (!isZoom(asked) && !isWayIn(asked, answer.statusCode())) {
            requireNone(request.getMethod() + " " + asked.getPath(), answer.headers() + "\n" + answer.asString());
        }
        return answer;
    }

    private static boolean isZoom(URI asked) {
        return asked.getPort() == House.platform().ports().fakeZoom();
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
