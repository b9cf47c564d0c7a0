package org.bearhug.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.impl.ParsableHeaderValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small on their way, whoever asks for them, and never sent to who has them. */
@QuarkusTest
@QuarkusTestResource(Upstreams.class)
class PagePartsTest {

    private static final Pattern SCRIPT = Pattern.compile("src=\"(/static/bundle/[^\"]+\\.js)\"");

    @TestHTTPResource("/")
    URI door;

    @Test
    void the_same_part_comes_in_each_coding() throws Exception {
        assertThat(Brotli4jLoader.isAvailable()).isTrue();
        for (String path : List.of("/login", script(), "/sw.js", "/manifest.webmanifest")) {
            HttpResponse<byte[]> plain = get(path, "Accept-Encoding", "identity");
            HttpResponse<byte[]> gzip = get(path, "Accept-Encoding", "gzip");
            HttpResponse<byte[]> brotli = get(path, "Accept-Encoding", "gzip, deflate, br, zstd");

            assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                    .isEqualTo(plain.body());
            try (InputStream read = new BrotliInputStream(new ByteArrayInputStream(brotli.body()))) {
                assertThat(read.readAllBytes()).isEqualTo(plain.body());
            }
            assertThat(brotli.body()).hasSizeLessThan(gzip.body().length);
            assertThat(gzip.body()).hasSizeLessThan(plain.body().length);
            assertThat(Stream.of(plain, gzip, brotli).map(answer -> header(answer, "ETag")))
                    .doesNotHaveDuplicates()
                    .allMatch(tag -> tag.matches("\"[\\w-]+\""));
            assertThat(Stream.of(plain, gzip, brotli)).allSatisfy(answer -> {
                assertThat(header(answer, "Vary")).isEqualToIgnoringCase("Accept-Encoding");
                assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(answer.body().length));
                assertThat(header(answer, "Content-Type")).isEqualTo(header(plain, "Content-Type"));
                assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'br;q=0, gzip', gzip",
        "'br;q=0.1, gzip;q=0.9', br",
        "'*', br",
        "'gzip;q=0, *', br",
        "'BR', br",
        "'zstd, deflate', ''",
        "'*;q=0', ''",
    })
    void a_coding_that_is_not_wanted_is_not_sent(String accepted, String coding) throws Exception {
        HttpResponse<byte[]> answer = get("/", "Accept-Encoding", accepted);

        assertThat(answer.headers().firstValue("Content-Encoding").orElse(""))
                .isIn(coding, coding.isEmpty() ? "identity" : coding);
    }

    @Test
    void who_has_it_is_not_sent_it_again() throws Exception {
        for (String path : List.of("/", script())) {
            String tag = header(get(path, "Accept-Encoding", "br"), "ETag");

            HttpResponse<byte[]> again = get(path, "Accept-Encoding", "br", "If-None-Match", "\"x\", " + tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "ETag")).isEqualTo(tag);
            assertThat(header(again, "Cache-Control")).isEqualTo(header(get(path), "Cache-Control"));
            assertThat(get(path, "Accept-Encoding", "gzip", "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_picture_is_small_already() throws Exception {
        HttpResponse<byte[]> picture = get("/icon-192.png", "Accept-Encoding", "br, gzip");

        assertThat(picture.body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(header(picture, "Content-Type")).isEqualTo("image/png");
        assertThat(picture.headers().firstValue("Vary")).isEmpty();
    }

    @Test
    void a_look_at_the_headers_brings_no_bytes() throws Exception {
        HttpResponse<byte[]> looked = send(
                HttpRequest.newBuilder(door.resolve(script())).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body()).isEmpty();
    }

    @Test
    void without_brotli_on_this_machine_it_is_gzip() {
        byte[] words = "the same words over and over, ".repeat(100).getBytes(StandardCharsets.UTF_8);
        List<ParsedHeaderValue> both = List.of(wish("br"), wish("gzip"));

        assertThat(PagePart.of("/a.js", words).best(both).coding()).isEqualTo(Coding.BROTLI);
        assertThat(PagePart.of("/a.js", words, coding -> coding != Coding.BROTLI)
                        .best(both)
                        .coding())
                .isEqualTo(Coding.GZIP);
    }

    private static ParsedHeaderValue wish(String token) {
        ParsableHeaderValue wish = new ParsableHeaderValue(token);
        wish.forceParse();
        return wish;
    }

    private String script() throws Exception {
        Matcher script = SCRIPT.matcher(new String(get("/").body(), StandardCharsets.UTF_8));
        assertThat(script.find()).isTrue();
        return script.group(1);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(door.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        request.version(HttpClient.Version.HTTP_1_1)
                                .header("Accept", "text/html,*/*")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
