package org.bearhug.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code held_about} finds of a person, in tables that it has never heard of. */
@QuarkusTest
class HeldAboutTest {

    private static final UUID CARA = UUID.randomUUID();
    private static final UUID OMAR = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    private Sql sql;

    @BeforeEach
    void tables_of_a_service() {
        sql = new Sql(database);
        drop();
        sql.change(
                """
                CREATE TABLE poem (id int, account_id uuid, reader_id uuid, words text, token_hash bytea, refresh_token text,
                                   sealed_link text, picture bytea, search tsvector)""");
        sql.change("CREATE TABLE song (carer_id text, words text)");
        sql.change("CREATE VIEW poems AS SELECT * FROM poem");
        sql.change(
                """
                INSERT INTO poem VALUES (1, ?, NULL, 'own', 'h', 'open sesame', 'https://zoom', 'b', 'own'),
                                        (2, ?, ?, 'read', 'h', 'open sesame', 'https://zoom', 'b', 'own'),
                                        (3, ?, NULL, 'another''s', 'h', 't', 's', 'b', 'own')""",
                CARA,
                OMAR,
                CARA,
                OMAR);
        sql.change("INSERT INTO song VALUES (?, 'by text')", CARA.toString());
    }

    @AfterEach
    void drop() {
        sql.change("DROP VIEW IF EXISTS poems");
        sql.change("DROP TABLE IF EXISTS poem, song");
    }

    @Test
    void every_row_under_one_of_the_columns_is_found_and_no_other() {
        assertThat(held(CARA, "account_id").get("poem").findValuesAsText("words"))
                .containsExactly("own");
        assertThat(held(CARA, "account_id,reader_id").get("poem").findValuesAsText("words"))
                .containsExactly("own", "read");
        assertThat(held(UUID.randomUUID(), "account_id").get("poem")).isEmpty();
    }

    @Test
    void what_is_secret_or_only_for_searching_is_left_out() {
        JsonNode poem = held(CARA, "account_id").get("poem").get(0);

        assertThat(poem.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "account_id", "reader_id", "words");
    }

    @Test
    void views_and_columns_of_another_type_are_no_tables_of_a_person() {
        assertThat(held(CARA, "account_id,carer_id").fieldNames())
                .toIterable()
                .contains("poem")
                .doesNotContain("poems", "song");
    }

    private JsonNode held(UUID person, String owners) {
        try {
            return json.readTree(sql.<String>one("SELECT held_about(?, ?::text[])::text", person, "{" + owners + "}"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
