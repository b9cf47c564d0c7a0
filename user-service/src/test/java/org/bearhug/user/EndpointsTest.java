package org.bearhug.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.testing.Endpoint;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.bearhug.user.token.TokenIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets what at every endpoint. Ids are those of the carer and of the instructor; the others own none of it. */
@QuarkusTest
class EndpointsTest {

    // endpoint | body | nobody, carer, other carer, instructor, other instructor, client without the scope, admin
    private static final String TABLE = "/endpoints.txt";

    record Row(String method, String path, String body, List<Integer> expected) {
        static Row of(String line) {
            String[] cells = line.split("\\|");
            String[] endpoint = cells[0].strip().split(" +");
            return new Row(
                    endpoint[0],
                    endpoint[1],
                    cells[1].strip(),
                    Arrays.stream(cells[2].strip().split(" "))
                            .map(Integer::valueOf)
                            .toList());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final UUID SECRET = UUID.randomUUID();

    @Inject
    People people;

    @Inject
    TokenIssuer tokens;

    @Inject
    DataSource database;

    private final List<RequestSpecification> callers = new ArrayList<>();
    private Sql sql;

    @BeforeEach
    void seven_callers() {
        sql = new Sql(database);
        callers.add(Someone.nobody());
        for (Person person : List.of(Person.CARA, Person.OMAR, Person.INES, Person.NOOR)) {
            callers.add(people.named(person).asks());
        }
        callers.add(Someone.nobody()
                .auth()
                .oauth2(tokens.forClient(Person.INES.id().toString(), "website", Set.of("classes:write"), true)));
        callers.add(people.named(Person.ADA).asks());
    }

    static List<Row> table() throws IOException {
        try (InputStream table = EndpointsTest.class.getResourceAsStream(TABLE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Row::of)
                    .toList();
        }
    }

    @Test
    void every_endpoint_is_in_the_table() throws IOException {
        assertThat(table().stream().map(Row::toString))
                .containsExactlyInAnyOrderElementsOf(
                        Endpoint.all().stream().map(Endpoint::name).toList());
    }

    @ParameterizedTest
    @MethodSource("table")
    void everybody_gets_what_is_theirs(Row row) {
        List<Integer> answers = new ArrayList<>();
        for (RequestSpecification caller : callers) {
            answers.add(with(caller, row.body())
                    .header("If-Match", "*")
                    .request(
                            row.method(),
                            row.path().replace("{id}", id(row.path())).replace("{secretId}", SECRET.toString()))
                    .statusCode());
        }

        assertThat(answers).isEqualTo(row.expected());
    }

    private static RequestSpecification with(RequestSpecification caller, String body) {
        return switch (body) {
            case "none" -> caller;
            case "form" ->
                caller.contentType("application/x-www-form-urlencoded").body("grant_type=client_credentials");
            case "given" ->
                caller.auth()
                        .none()
                        .contentType("application/x-www-form-urlencoded")
                        .body("token=unknown");
            case "link" -> caller.body("{\"email\": \"" + People.address() + "\"}");
            case "signed" ->
                caller.body("{\"id\": \"AAAA\", \"type\": \"public-key\", \"response\": {\"clientDataJSON\":"
                        + " \"AAAA\", \"authenticatorData\": \"AAAA\", \"signature\": \"AAAA\"}}");
            case "passkey" ->
                caller.body("{\"name\": \"phone\", \"credential\": {\"id\": \"AAAA\", \"type\": \"public-key\","
                        + " \"response\": {\"clientDataJSON\": \"AAAA\", \"attestationObject\": \"AAAA\"}}}");
            case "empty" -> caller.body("{}");
            case "token" -> caller.body("{\"token\": \"unknown\"}");
            case "email" -> caller.body("{\"email\": \"nobody@bearhug.test\"}");
            case "login" -> caller.body("{\"email\": \"nobody@bearhug.test\", \"password\": \"wrong\"}");
            case "reset" -> caller.body("{\"token\": \"unknown\", \"password\": \"a fine password\"}");
            case "child" -> caller.body("{\"name\": \"Mila\", \"bornOn\": \"2026-01-01\"}");
            case "consents" ->
                caller.body("{\"photos\": true, \"recordings\": false, \"marketing\": false,"
                        + " \"meetOtherParents\": false, \"textVersion\": \"1\", \"source\": \"test\"}");
            case "profile" -> caller.body("{\"socialLinks\": []}");
            case "client" -> caller.body("{\"name\": \"website\", \"scopes\": [\"classes:write\"]}");
            case "register" ->
                caller.body("{\"email\": \"" + People.address() + "\", \"password\": \"a fine password\","
                        + " \"name\": \"Pia\", \"role\": \"CARER\", \"timeZone\": \"Europe/London\"}");
            default -> throw new IllegalArgumentException(body);
        };
    }

    /** Of something fresh, since a caller before may have deleted it. */
    private String id(String path) {
        if (path.equals("/v1/me/erasure")) {
            sql.change("DELETE FROM erasure WHERE state <> 'ERASED'");
            sql.change(
                    """
                    INSERT INTO erasure (id, account_id, state, token_hash, token_expires_at, asked_at)
                    SELECT uuidv7(), id, 'ASKED', sha256('x'), now(), now() FROM account""");
        }
        if (path.startsWith("/v1/instructors")) {
            return Person.INES.id().toString();
        }
        if (path.startsWith("/v1/admin/accounts")) {
            return people.instructor().id().toString();
        }
        sql.change("DELETE FROM api_client WHERE account_id IN (?, ?)", Person.INES.id(), Person.NOOR.id());
        UUID id = UUID.randomUUID();
        if (path.startsWith("/v1/me/children/{id}")) {
            sql.change("DELETE FROM child WHERE carer_id = ?", Person.CARA.id());
            sql.change(
                    """
                    INSERT INTO child (id, carer_id, name, born_on, created_at, version)
                    VALUES (?, ?, 'Mila', current_date, now(), 0)""",
                    id,
                    Person.CARA.id());
        } else if (path.equals("/v1/me/logins/{id}")) {
            sql.change(
                    """
                    INSERT INTO login_session (id, account_id, family_hash, token_hash, created_at, rotated_at, expires_at, ends_at)
                    VALUES (?, ?, sha256(?::text::bytea), sha256('x'), now(), now(), now() + interval '1 d', now() + interval '1 d')""",
                    id,
                    Person.CARA.id(),
                    id.toString());
        } else if (path.equals("/v1/passkeys/{id}")) {
            sql.change(
                    """
                    INSERT INTO passkey (id, account_id, credential_id, credential_data, sign_count, backup_eligible, backed_up, transports, name, created_at)
                    VALUES (?, ?, sha256(?::text::bytea), 'x', 0, false, false, '{}', 'phone', now())""",
                    id,
                    Person.CARA.id(),
                    id.toString());
        } else if (path.startsWith("/v1/me/api-clients/{id}")) {
            sql.change(
                    """
                    INSERT INTO api_client (id, account_id, name, scopes, created_at)
                    VALUES (?, ?, 'website', '{classes:write}', now())""",
                    id,
                    Person.INES.id());
            secret(SECRET, id, 1);
            if (path.endsWith("{secretId}")) {
                secret(UUID.randomUUID(), id, 2);
            }
        }
        return id.toString();
    }

    private void secret(UUID id, UUID client, int nth) {
        sql.change(
                """
                INSERT INTO api_client_secret (id, client_id, nth, secret_hash, created_at)
                VALUES (?, ?, ?, sha256(?::text::bytea), now())""",
                id,
                client,
                nth,
                id);
    }
}
