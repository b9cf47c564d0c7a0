package org.bearhug.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who reads German reads the same as who reads English. */
class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/web/app/messages");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private final JsonObject english = read("en");
    private final JsonObject german = read("de");

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(german.fieldNames()).containsExactlyInAnyOrderElementsOf(english.fieldNames());
    }

    @Test
    void both_say_the_same_names_and_numbers() {
        for (String key : english.fieldNames()) {
            assertThat(places(german.getString(key))).as(key).isEqualTo(places(english.getString(key)));
        }
    }

    @Test
    void the_german_texts_are_german() {
        long same = english.fieldNames().stream()
                .filter(key -> PLACE.matcher(english.getString(key))
                        .replaceAll("")
                        .strip()
                        .contains(" "))
                .filter(key -> english.getString(key).equals(german.getString(key)))
                .count();

        assertThat(same).isZero();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonObject read(String language) {
        try {
            return new JsonObject(Files.readString(FOLDER.resolve(language + ".json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
