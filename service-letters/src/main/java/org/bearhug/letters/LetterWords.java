package org.bearhug.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.bearhug.kit.Seal;

/** What letters say, sealed for as long as they wait. */
@ApplicationScoped
public class LetterWords {

    @Inject
    Seal seal;

    @Inject
    ObjectMapper json;

    /** The words, readable only as those of this letter. */
    public String close(UUID letter, Map<String, String> words) {
        try {
            return seal.close(json.writeValueAsString(words), context(letter));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words can be written", e);
        }
    }

    /** What the letter says. */
    public Map<String, String> open(Letter letter) {
        try {
            return json.readValue(seal.open(letter.sealed(), context(letter.id())), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    private static String context(UUID letter) {
        return "letter:" + letter;
    }
}
