package org.bearhug.kit;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

/** Entity tags made of row versions (RFC 9110, section 8.8.3), so that nobody overwrites what they have not seen. */
public final class Versions {

    private Versions() {}

    /** What is shown, and the version that was read. */
    public record Versioned<T>(T view, long version) {

        /** As an answer, with its ETag. */
        public Response.ResponseBuilder with(Response.ResponseBuilder answer) {
            return answer.entity(view).tag(tag(version));
        }

        /** As the answer that all is well. */
        public Response ok() {
            return with(Response.ok()).build();
        }
    }

    /** The strong tag of this version. */
    public static EntityTag tag(long version) {
        return new EntityTag("v" + version);
    }

    /**
     * Lets a change pass when the caller has seen the current version. A tag may say more behind a dash, such as which
     * bytes of it were seen.
     *
     * @param ifMatch the {@code If-Match} header as sent, or null
     * @throws Refusal 428 without the header, 412 {@code version-conflict} when it names another version
     */
    public static void require(String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(
                    428, "precondition-required", "Send the ETag you read in If-Match, so that no change is lost.");
        }
        for (String tag : ifMatch.split(",")) {
            String seen = tag.strip();
            if (seen.equals("*") || seen.equals("\"v" + current + "\"") || seen.startsWith("\"v" + current + "-")) {
                return;
            }
        }
        throw new Refusal(412, "version-conflict", "It was changed since you read it. Read it again.");
    }
}
