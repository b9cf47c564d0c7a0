package org.bearhug.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Spellings of a path that slip past rules which look at paths (CVE-2026-50559, CVE-2026-39852), on every endpoint
 * that the service's document calls protected. Each service extends it.
 */
public abstract class DisguisedPaths {

    private final HttpClient browser =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The path of a GET with more than one segment that {@link #token} opens. */
    protected abstract String path();

    /** A token that opens {@link #path}. */
    protected String token() {
        return Person.CARA.token();
    }

    /** A good token without any right. */
    protected String powerlessToken() {
        return Tokens.forPerson(Person.CARA)
                .claim("groups", List.of())
                .signed(TestKeys.trusted().getPrivate());
    }

    /** Whether it is behind a token; a service where others answer 401 and 403 too says which. */
    protected boolean isProtected(Endpoint endpoint) {
        return endpoint.isProtected();
    }

    @Test
    void nobody_gets_in_by_another_spelling() {
        keptOut(null, 401);
    }

    @Test
    void whoever_lacks_the_right_gets_no_further_by_another_spelling() {
        keptOut(powerlessToken(), 403);
    }

    /** The control: some of the spellings do reach a method, so it is the method's own rule that keeps people out. */
    @Test
    void some_spellings_do_reach_the_method() {
        assertThat(Spellings.of(path()).stream()
                        .map(spelling -> send(token(), "GET", spelling).statusCode()))
                .contains(200);
    }

    private void keptOut(String token, int plain) {
        List<Endpoint> endpoints =
                Endpoint.all().stream().filter(this::isProtected).toList();
        assertThat(endpoints).isNotEmpty();
        for (Endpoint endpoint : endpoints) {
            String path =
                    endpoint.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
            assertThat(send(token, endpoint.method(), path).statusCode())
                    .as(endpoint.name())
                    .isEqualTo(plain);
            for (String spelling : Spellings.of(path)) {
                HttpResponse<String> answer = send(token, endpoint.method(), spelling);
                assertThat(answer.statusCode())
                        .as("%s %s", endpoint.method(), spelling)
                        .isIn(plain, 400, 404, 405);
                assertThat(answer.body()).doesNotContainIgnoringCase("<html", "exception");
            }
        }
    }

    /** By a client that sends paths as they are. */
    private HttpResponse<String> send(String token, String method, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json")
                .header("If-Match", "*");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
