package org.bearhug.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.user.Someone.nobody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogTest {

    private static final Logger ROOT = Logger.getLogger("");

    @Inject
    DataSource database;

    private final String email = People.address();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Handler() {
        private final PatternFormatter formatter = new PatternFormatter("%c %s%e");

        @Override
        public void publish(LogRecord line) {
            // The tests' own mail server tells everything.
            if (!line.getLoggerName().startsWith("com.icegreen")) {
                lines.add(formatter.format(line));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void read_along() {
        ROOT.addHandler(handler);
    }

    @AfterEach
    void stop_reading() {
        ROOT.removeHandler(handler);
        Mailbox.isAway(false);
    }

    @Test
    void the_log_tells_no_address_no_password_no_token_and_no_childs_name() {
        Sql sql = new Sql(database);
        for (String role : List.of("CARER", "x")) {
            post(
                    "/v1/accounts",
                    Map.of(
                            "email",
                            email,
                            "password",
                            "a secret phrase",
                            "name",
                            "Xaverine Q",
                            "role",
                            role,
                            "timeZone",
                            "UTC"));
        }
        String link = Mailbox.awaitMail(email, 1).token();
        post("/v1/accounts/verify", Map.of("token", link));
        post("/v1/login", Map.of("email", email, "password", "a wrong phrase"));
        var in = post("/v1/login", Map.of("email", email, "password", "a secret phrase"));
        String token = in.path("accessToken");
        String first = in.cookie("bearhug_refresh");
        String second = next(next(first));
        nobody().cookie("bearhug_refresh", first).post("/v1/login/refresh");
        nobody().auth()
                .oauth2(token)
                .body(Map.of("name", "Ottokarina", "bornOn", "1999-01-01"))
                .post("/v1/me/children");
        nobody().auth()
                .oauth2(token)
                .body(Map.of("name", "Ottokarina", "bornOn", "2026-01-01"))
                .post("/v1/me/children");
        nobody().auth().oauth2(token + "==x").get("/v1/me?email=" + email);
        Mailbox.isAway(true);
        post("/v1/password/forgot", Map.of("email", email));
        await().until(() -> sql.<Long>one(
                        "SELECT count(*) FROM letter WHERE recipient = ? AND attempts > 0 AND state = 'WAITING'", email)
                > 0);
        await().until(() -> lines.stream().anyMatch(line -> line.contains("was not taken")));

        String log = String.join("\n", lines);
        assertThat(log).contains("An old refresh token came back");
        assertThat(log).doesNotContain(email, "phrase", link, token, first, second, "Xaverine", "Ottokarina");
        assertThat(log).doesNotContain(first.split("\\.")[0], token.split("\\.")[2]);
    }

    private static String next(String cookie) {
        return nobody().cookie("bearhug_refresh", cookie)
                .post("/v1/login/refresh")
                .cookie("bearhug_refresh");
    }

    private static Response post(String path, Map<String, String> body) {
        return nobody().body(body).post(path);
    }
}
