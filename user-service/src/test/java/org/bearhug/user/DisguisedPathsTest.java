package org.bearhug.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.testing.Person;
import org.junit.jupiter.api.Test;

/** Spellings of a path that slip past rules which look at paths (CVE-2026-50559, CVE-2026-39852). */
@QuarkusTest
class DisguisedPathsTest {

    /** Open to admins too. */
    private static final Set<String> FOR_ALL = Set.of(
            "/v1/me",
            "/v1/me/audit",
            "/v1/me/erasure",
            "/v1/me/erasure/confirm",
            "/v1/me/export",
            "/v1/me/logins",
            "/v1/me/logins/{id}",
            "/v1/passkeys",
            "/v1/passkeys/options",
            "/v1/passkeys/{id}");

    @Inject
    People people;

    private final HttpClient browser = HttpClient.newHttpClient();

    private static List<String> spellings(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String before = path.substring(0, path.lastIndexOf('/'));
        return Stream.of(
                        path + ";x",
                        path + ";x=1",
                        path + "%3Bx",
                        path + "%3bx=1",
                        path + "/",
                        path + "/;x",
                        path + "%2F",
                        path + "%5C",
                        path + "%5c",
                        path + "%00",
                        path + "%20",
                        path + ".json",
                        before + ";x/" + last,
                        before + "%2F" + last,
                        before + "%2f" + last,
                        before + "%5C" + last,
                        before + "//" + last,
                        before + "/./" + last,
                        before + "/x/../" + last,
                        before + "/x/%2e%2e/" + last,
                        before + "/" + last.toUpperCase(Locale.ROOT),
                        before + "/%" + Integer.toHexString(last.charAt(0)) + last.substring(1),
                        "/" + path,
                        "/public/.." + path,
                        "/.well-known/..;" + path)
                .filter(spelling -> spelling.startsWith("/"))
                .toList();
    }

    @Test
    void nobody_gets_in_by_another_spelling() {
        for (Endpoints.Endpoint endpoint : protectedEndpoints()) {
            for (String path : spellings(concrete(endpoint))) {
                assertThat(status(null, endpoint.method(), path))
                        .as("%s %s", endpoint.method(), path)
                        .isIn(400, 401, 404, 405, 415);
            }
        }
    }

    @Test
    void whoever_lacks_the_role_gets_no_further_by_another_spelling() {
        Someone ada = people.named(Person.ADA);
        List<Endpoints.Endpoint> notForAdmins = protectedEndpoints().stream()
                .filter(endpoint ->
                        !FOR_ALL.contains(endpoint.path()) && !endpoint.path().startsWith("/v1/admin/"))
                .toList();

        assertThat(notForAdmins).hasSizeGreaterThan(7);
        for (Endpoints.Endpoint endpoint : notForAdmins) {
            for (String path : spellings(concrete(endpoint))) {
                assertThat(status(ada.token(), endpoint.method(), path))
                        .as("%s %s", endpoint.method(), path)
                        .isIn(400, 403, 404, 405, 415);
            }
        }
    }

    /** The control: some of the spellings do reach the method, so it is the method's own rule that keeps people out. */
    @Test
    void some_spellings_do_reach_the_method() {
        Someone cara = people.named(Person.CARA);

        assertThat(spellings("/v1/me").stream().map(path -> status(cara.token(), "GET", path)))
                .contains(200);
    }

    private static List<Endpoints.Endpoint> protectedEndpoints() {
        List<Endpoints.Endpoint> endpoints =
                Endpoints.all().stream().filter(Endpoints.Endpoint::isProtected).toList();
        assertThat(endpoints).hasSizeGreaterThan(10);
        return endpoints;
    }

    private static String concrete(Endpoints.Endpoint endpoint) {
        return endpoint.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    /** By a client that sends paths as they are. */
    private int status(String token, String method, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json")
                .header("If-Match", "*");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return browser.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
