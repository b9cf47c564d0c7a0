package org.bearhug.kit;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.testing.Sql;

/** A small service to try the kit on. */
@Path("/v1/notes")
class NoteResource {

    @Inject
    AgroalDataSource database;

    @Inject
    Idempotency idempotency;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    record Note(@NotNull @Size(max = 50) String text, @Max(9) Integer stars, List<@NotNull @Valid Tag> tags) {}

    record Tag(@Size(max = 5) String name) {

        Tag {
            if ("never".equals(name)) {
                throw Refusal.invalid("#/name", "Never say never.");
            }
        }
    }

    record NoteView(UUID id, String text) {}

    @POST
    @RolesAllowed("carer")
    public Response write(@NotNull @Valid Note note) {
        return idempotency.once(note, () -> stored(note));
    }

    @POST
    @Path("/with-key")
    @RolesAllowed("carer")
    public Response writeWithKey(@NotNull @Valid Note note) {
        return idempotency.onceWithKey(note, () -> stored(note));
    }

    @POST
    @Path("/repeatable")
    @RolesAllowed("carer")
    public Response writeOnce(@NotNull @Valid Note note) {
        return idempotency.repeatable(note, () -> {
            Sql sql = new Sql(database);
            if (note.text().equals("slow")) {
                sql.rows("SELECT pg_sleep(0.4)");
            }
            boolean unknown =
                    sql.rows("SELECT 1 FROM note WHERE text = ?", note.text()).isEmpty();
            sql.change("INSERT INTO note (text) SELECT ?::text WHERE ?", note.text(), unknown);
            return Response.ok(Map.of("new", unknown, "try", UUID.randomUUID())).build();
        });
    }

    private Response stored(Note note) {
        UUID id = new Sql(database).one("INSERT INTO note (text) VALUES (?) RETURNING id", note.text());
        outbox.add("note.changed", id, 1, Map.of("id", id, "text", note.text()));
        if (note.text().equals("slow")) {
            new Sql(database).rows("SELECT pg_sleep(0.4)");
        }
        if (note.text().equals("refused")) {
            throw new Refusal(409, "note-refused", "Not this one.").with("id", id);
        }
        return Response.created(URI.create("/v1/notes/" + id))
                .tag(Versions.tag(1))
                .entity(new NoteView(id, note.text()))
                .build();
    }

    @GET
    @PermitAll
    public Page<NoteView> list(
            @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("2") @Max(100) int limit) {
        UUID after = Page.Cursor.read(cursor, keys -> UUID.fromString(keys.get(0)));
        List<Map<String, Object>> rows = new Sql(database)
                .rows(
                        "SELECT id, text FROM note WHERE id > ? ORDER BY id LIMIT ?",
                        after == null ? new UUID(0, 0) : after,
                        limit + 1);
        return Page.of(
                rows,
                limit,
                row -> Page.Cursor.after(row.get("id")),
                row -> new NoteView((UUID) row.get("id"), (String) row.get("text")));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("carer")
    public Response change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Note note) {
        Versions.require(ifMatch, 3);
        return Response.noContent().build();
    }

    @GET
    @Path("/faults/{kind}")
    @PermitAll
    public String fault(@PathParam("kind") String kind, @QueryParam("text") String text) throws SQLException {
        switch (kind) {
            case "no-connection" -> throw new SQLException("Sorry, acquisition timeout!");
            case "slow-statement" -> throw new IllegalStateException(new SQLException("too slow", "57014"));
            case "echo" -> new Sql(database).rows("SELECT ?::text", text);
            default -> throw new IllegalStateException("a fault with a secret in it");
        }
        return "fine";
    }

    @POST
    @Path("/tags")
    @PermitAll
    public Tag tag(@NotNull @Valid Tag tag) {
        new Sql(database).change("INSERT INTO note (text) VALUES (?)", tag.name());
        return tag;
    }

    @GET
    @Path("/scoped")
    @RolesAllowed("classes:write")
    public String scoped() {
        return caller.accountId().toString();
    }

    @GET
    @Path("/open-by-mistake")
    public String unannotated() {
        return "never";
    }

    @GET
    @Path("/me")
    @RolesAllowed({"carer", "instructor"})
    public String me() {
        return caller.accountId().toString();
    }
}
