package org.bearhug.user.privacy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bearhug.kit.Refusal;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.hibernate.Session;

/** Gathers all that the three services hold on somebody and their children: the whole of it, or nothing. */
@ApplicationScoped
class Export {

    private static final String ACCOUNT =
            "SELECT (to_jsonb(a) - 'password_hash')::text FROM account a WHERE a.id = :id";

    private static final String CHILDREN =
            """
            SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]')::text
              FROM child c JOIN child_carer k ON k.child_id = c.id
             WHERE k.carer_id = :id""";

    private static final String EVERYTHING_ELSE =
            "SELECT held_about(:id, '{account_id,carer_id,invited_by,accepted_by}')::text";

    @Inject
    Session database;

    @Inject
    Elsewhere elsewhere;

    @Inject
    Accounts accounts;

    @Inject
    Audit audit;

    /**
     * A ZIP of JSON files.
     *
     * @throws Refusal 503 when one of the services does not answer
     */
    byte[] of(UUID account) {
        Map<String, String> files =
                new LinkedHashMap<>(QuarkusTransaction.requiringNew().call(() -> own(account)));
        for (String service : List.of("course-service", "booking-service")) {
            files.put(service, elsewhere.export(service, account));
        }
        QuarkusTransaction.requiringNew().run(() -> audit.note(Act.DATA_EXPORTED, account));
        return zip(files);
    }

    private Map<String, String> own(UUID id) {
        accounts.get(id);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("account", json(ACCOUNT, id));
        files.put("children", json(CHILDREN, id));
        files.put("user-service", json(EVERYTHING_ELSE, id));
        return files;
    }

    private String json(String query, UUID id) {
        return database.createNativeQuery(query, String.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey() + ".json"));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }
}
