package org.bearhug.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private static final String LOCAL = "127.0.0.1";
    private static final int KEEPS = 5;
    private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");

    private final Ports ports = FreePorts.any();
    private final Mailbox mailbox = new Mailbox(LOCAL, ports.smtp(), Clock.fixed(NOW, ZoneOffset.UTC), KEEPS);
    private final MailboxServer server = new MailboxServer(mailbox, LOCAL, ports.mailbox());

    @BeforeEach
    void open() {
        mailbox.start();
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
        mailbox.stop();
    }

    @Test
    void a_program_finds_the_mails_to_an_address_newest_first() throws Exception {
        send("cara@bearhug.test", "First", "Hello Cara");
        send("omar@bearhug.test", "Other", "Hello Omar");
        send("Cara@bearhug.test", "Second", "Hello again");

        JsonNode mails = new ObjectMapper()
                .readTree(get("/api/mails?to=CARA%40bearhug.test").body());

        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).path("subject").asText()).isEqualTo("Second");
        assertThat(mails.get(1).path("subject").asText()).isEqualTo("First");
        assertThat(mails.get(1).path("to").asText()).isEqualTo("cara@bearhug.test");
        assertThat(mails.get(1).path("text").asText().strip()).isEqualTo("Hello Cara");
        assertThat(mails.get(1).path("html").isNull()).isTrue();
        assertThat(mails.get(1).path("sentAt").asText()).isEqualTo("2026-12-01T03:00:00Z");
        assertThat(mails.get(1).size()).isEqualTo(5);
        assertThat(get("/api/mails?to=nobody%40bearhug.test").body()).isEqualTo("[]");
    }

    @Test
    void a_mail_with_two_bodies_shows_both_and_runs_neither() throws Exception {
        MimeMessage message = new MimeMessage(GreenMailUtil.getSession(smtp()));
        message.setFrom("hello@bearhug.test");
        message.setRecipients(MimeMessage.RecipientType.TO, "cara@bearhug.test");
        message.setSubject("<script>alert(1)</script> Ärger & Ünfug", "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("plain </pre><script>", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>rich</p>\"><script>alert(2)</script>", "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
        await().until(() -> mailbox.all().size() == 1);

        Mail mail = mailbox.all().get(0);
        HttpResponse<String> page = get("/mails/" + mail.id());

        assertThat(mail.text()).contains("plain");
        assertThat(mail.html()).contains("<p>rich</p>");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .contains("Ärger &amp; Ünfug")
                .contains("&lt;p&gt;rich&lt;/p&gt;&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script");
        assertThat(get("/").body()).contains("Ärger").doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
    }

    @Test
    void only_the_newest_are_kept() {
        for (int i = 0; i < KEEPS + 4; i++) {
            GreenMailUtil.sendTextEmail("a@bearhug.test", "b@bearhug.test", "" + i, "x", smtp());
        }
        String newest = "" + (KEEPS + 3);

        await().until(() -> mailbox.all().get(0).subject().equals(newest));
        assertThat(mailbox.all()).hasSize(KEEPS);
    }

    @Test
    void a_name_that_is_not_ours_is_not_answered() throws Exception {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        HttpRequest request = HttpRequest.newBuilder(uri("/api/mails"))
                .header("Host", "evil.example")
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/mails/99").statusCode()).isEqualTo(404);
        assertThat(get("/other").statusCode()).isEqualTo(404);
    }

    private void send(String to, String subject, String text) {
        int before = mailbox.all().size();
        GreenMailUtil.sendTextEmail(to, "hello@bearhug.test", subject, text, smtp());
        await().until(() -> mailbox.all().size() == before + 1);
    }

    private ServerSetup smtp() {
        return new ServerSetup(ports.smtp(), LOCAL, ServerSetup.PROTOCOL_SMTP);
    }

    private URI uri(String path) {
        return URI.create("http://" + LOCAL + ":" + server.port() + path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
