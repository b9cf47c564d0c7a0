package org.bearhug.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gets a person in: with an account that is there, or by registering and following the link in the mail. */
record DemoLogin(DemoApi api, DemoApi mailbox) {

    private static final Pattern LINK = Pattern.compile("/verify\\?token=([A-Za-z0-9._~-]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static DemoLogin at(Ports ports) {
        return new DemoLogin(
                DemoApi.at(URI.create("http://localhost:" + ports.door())),
                DemoApi.at(URI.create("http://localhost:" + ports.mailbox())));
    }

    DemoApi as(DemoPeople person) {
        DemoApi.Answer answer = logIn(person);
        if (answer.status() == 401 || answer.status() == 403) {
            register(person);
            answer = logIn(person);
        }
        return api.as(answer.expect("logging " + person.email() + " in")
                .path("accessToken")
                .asText());
    }

    private DemoApi.Answer logIn(DemoPeople person) {
        return api.post("/api/users/v1/login", Map.of("email", person.email(), "password", DemoPeople.PASSWORD), null);
    }

    private void register(DemoPeople person) {
        int mailsBefore = mails(person).size();
        api.post(
                        "/api/users/v1/accounts",
                        Map.of(
                                "email", person.email(),
                                "password", DemoPeople.PASSWORD,
                                "name", person.fullName(),
                                "role", person.role(),
                                "timeZone", person.timeZone(),
                                "locale", "en-GB"),
                        null)
                .expect("registering " + person.email());
        String token = Patience.until(PATIENCE, "the mail to " + person.email(), () -> token(person, mailsBefore));
        api.post("/api/users/v1/accounts/verify", Map.of("token", token), null)
                .expect("following the link to " + person.email());
    }

    private JsonNode mails(DemoPeople person) {
        return mailbox.get("/api/mails?to=" + person.email()).expect("the mailbox");
    }

    private Optional<String> token(DemoPeople person, int mailsBefore) {
        JsonNode mails = mails(person);
        if (mails.size() <= mailsBefore) {
            return Optional.empty();
        }
        Matcher link = LINK.matcher(mails.get(0).path("text").asText());
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }
}
