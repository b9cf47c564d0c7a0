package org.bearhug.booking.families;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;

/** Writes down what user-service tells of carers and children, and forgets whom it erased. */
@ApplicationScoped
class FamiliesFeed implements FeedConsumer.Handler {

    private static final String OVERWRITE_CARER =
            """
            INSERT INTO carer AS c (id, name, email, time_zone, erased, version)
            VALUES (:id, :name, :email, :zone, :erased, :version)
            ON CONFLICT (id) DO UPDATE SET (name, email, time_zone, erased, version) =
                   (excluded.name, excluded.email, excluded.time_zone, excluded.erased, excluded.version)
             WHERE c.version < excluded.version AND NOT c.erased""";

    private static final String OVERWRITE_CHILD =
            """
            INSERT INTO child AS c (id, carer_id, carer_ids, name, born_on, erased, version)
            VALUES (:id, :carer, :carers, :name, :bornOn, :erased, :version)
            ON CONFLICT (id) DO UPDATE SET (carer_id, carer_ids, name, born_on, erased, version) =
                   (excluded.carer_id, excluded.carer_ids, excluded.name, excluded.born_on, excluded.erased, excluded.version)
             WHERE c.version < excluded.version AND NOT c.erased""";

    @Inject
    EntityManager entities;

    @Override
    public String feed() {
        return "user-service";
    }

    @Override
    public void apply(CloudEvent event) {
        switch (event.type()) {
            case "account.changed" -> carer(event, event.data().get("name").asText());
            case "account.erased" -> carer(event, null);
            case "child.changed" -> {
                JsonNode child = event.data();
                child(
                        event,
                        child.get("name").asText(),
                        LocalDate.parse(child.get("bornOn").asText()));
            }
            case "child.erased" -> child(event, null, null);
            default -> {
                // a kind of fact that is of no use here
            }
        }
    }

    private void carer(CloudEvent event, String name) {
        overwrite(OVERWRITE_CARER, event, name)
                .setParameter("zone", event.data().path("timeZone").textValue())
                .setParameter(
                        "email",
                        name == null ? null : event.data().path("email").textValue())
                .executeUpdate();
    }

    private void child(CloudEvent event, String name, LocalDate bornOn) {
        UUID carer = UUID.fromString(event.data().get("carerId").asText());
        overwrite(OVERWRITE_CHILD, event, name)
                .setParameter("carer", carer)
                .setParameter("carers", carers(carer, event.data().path("carerIds")))
                .setParameter("bornOn", bornOn)
                .executeUpdate();
    }

    /** A fact from before children could be shared names one carer only. */
    private static UUID[] carers(UUID first, JsonNode all) {
        return all.isEmpty()
                ? new UUID[] {first}
                : StreamSupport.stream(all.spliterator(), false)
                        .map(id -> UUID.fromString(id.asText()))
                        .toArray(UUID[]::new);
    }

    private Query overwrite(String statement, CloudEvent event, String name) {
        return entities.createNativeQuery(statement)
                .setParameter("id", UUID.fromString(event.subject()))
                .setParameter("name", name)
                .setParameter("erased", name == null)
                .setParameter("version", event.version());
    }
}
