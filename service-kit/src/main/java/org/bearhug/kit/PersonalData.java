package org.bearhug.kit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * What a service holds on a person, for user-service to ask when the person wants a copy or has been erased. A service
 * that has a table {@code erased_account} extends it at {@code /v1/accounts/{id}} and says what to look for. It notes that
 * somebody was erased in the transaction in which every feature forgets them, and drops stored answers to and about them
 * and their children.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class PersonalData implements FeedConsumer.Handler {

    private static final String FEED = "user-service";
    private static final String ERASED = "account.erased";

    private static final String NOTE =
            "INSERT INTO erased_account (account_id, erased_at) VALUES (?, ?) ON CONFLICT DO NOTHING";

    /** What a feature keeps of a person, and lets go of when the person is erased. */
    public interface Forgetting extends FeedConsumer.Handler {

        /** Forgets this person, in the transaction in which every other feature does. */
        void forget(UUID account);

        @Override
        default String feed() {
            return FEED;
        }

        @Override
        default void apply(CloudEvent event) {
            if (event.type().equals(ERASED)) {
                forget(UUID.fromString(event.subject()));
            }
        }
    }

    @Inject
    DataSource database;

    @Inject
    Idempotency idempotency;

    @Inject
    Clock clock;

    /** All that is kept under a person's id, as a JSON object by table; empty lists for somebody who is not known. */
    protected abstract String held(UUID account);

    /** What is left of who was erased, as a JSON object, counted anew each time; empty for who was not, or not yet. */
    protected abstract Optional<String> left(UUID account);

    @GET
    @Path("/export")
    @RolesAllowed("accounts:export")
    @Operation(operationId = "exportAccount", summary = "All that this service holds on a person")
    @APIResponse(
            responseCode = "200",
            description = "By table; empty lists for somebody who is not known here",
            content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public String export(@PathParam("id") UUID id) {
        return held(id);
    }

    @GET
    @Path("/erasure")
    @RolesAllowed("accounts:export")
    @Operation(operationId = "readErasure", summary = "What this service did to erase a person")
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found: not erased here, or not yet")
    public String erasure(@PathParam("id") UUID id) {
        return left(id).orElseThrow(() -> Refusal.notFound("erasure"));
    }

    @Override
    public String feed() {
        return FEED;
    }

    @Override
    public void apply(CloudEvent event) {
        UUID subject = UUID.fromString(event.subject());
        switch (event.type()) {
            case ERASED -> {
                idempotency.forget(subject);
                note(subject);
            }
            case "child.erased" -> idempotency.forget(subject);
            default -> {
                // nobody is erased
            }
        }
    }

    private void note(UUID account) {
        try (Connection connection = database.getConnection();
                PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setObject(1, account);
            note.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            note.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note that somebody was erased", e);
        }
    }
}
