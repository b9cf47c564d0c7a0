package org.bearhug.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PageTest {

    @Inject
    AgroalDataSource database;

    @Test
    void pages_show_each_item_once_and_the_last_has_no_cursor() {
        Sql sql = new Sql(database);
        sql.change("DELETE FROM note");
        for (int i = 1; i <= 5; i++) {
            sql.change("INSERT INTO note (text) VALUES (?)", "note " + i);
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            var request = given();
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/notes");
            seen.addAll(page.jsonPath().getList("items.text", String.class));
            cursor = page.path("nextCursor");
            pages++;
        } while (cursor != null);

        assertThat(seen).containsExactly("note 1", "note 2", "note 3", "note 4", "note 5");
        assertThat(pages).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "bm90IGFuIGlk", "AAAA"})
    void a_forged_cursor_is_refused(String cursor) {
        given().queryParam("cursor", cursor)
                .get("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void keys_of_any_kind_come_back_as_they_were() {
        String text = Page.Cursor.after("a,b", 5, "ünï").text();

        assertThat(Page.Cursor.<List<String>>read(text, keys -> keys)).containsExactly("a,b", "5", "ünï");
        assertThat(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8))
                .contains("ünï");
    }
}
