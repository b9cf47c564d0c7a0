package org.bearhug.booking;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;
import org.bearhug.testing.Tokens;

/** A carer with a token, who can have children and book for them. */
public record Carer(UUID id, String name) {

    /** Somebody new. */
    public static Carer fresh() {
        return new Carer(UUID.randomUUID(), "Cara Lindqvist");
    }

    /** Lets the service be told of this carer. */
    public Carer known() {
        Neighbours.publish("user-service", "account.changed", id, 1, Map.of("id", id, "name", name));
        return this;
    }

    /** A child that is that old on {@link Given#MONDAY}. */
    public UUID child(String childName, int weeks) {
        UUID child = UUID.randomUUID();
        tell(child, childName, Given.MONDAY.minusWeeks(weeks), 1);
        return child;
    }

    /** Lets the service be told of a child of this carer. */
    public void tell(UUID child, String childName, LocalDate bornOn, long version) {
        Neighbours.publish(
                "user-service",
                "child.changed",
                child,
                version,
                Map.of("id", child, "carerId", id, "name", childName, "bornOn", bornOn.toString()));
    }

    /** Lets the service be told that this carer's child is that of these as well, or of them alone. */
    public void share(UUID child, String childName, int weeks, long version, UUID... carers) {
        Neighbours.publish(
                "user-service",
                "child.changed",
                child,
                version,
                Map.of(
                        "id",
                        child,
                        "carerId",
                        carers[0],
                        "carerIds",
                        List.of(carers),
                        "name",
                        childName,
                        "bornOn",
                        Given.MONDAY.minusWeeks(weeks).toString()));
    }

    /** Lets the service be told that a child of this carer is erased. */
    public void erase(UUID child, long version) {
        Neighbours.publish("user-service", "child.erased", child, version, Map.of("id", child, "carerId", id));
    }

    /** Lets the service be told that this carer is erased. */
    public void erased(long version) {
        Neighbours.publish("user-service", "account.erased", id, version, Map.of("id", id));
    }

    /** A request of this carer. */
    public RequestSpecification asks() {
        return nobody().auth()
                .oauth2(Tokens.forPerson(Person.CARA)
                        .claim("sub", id.toString())
                        .good());
    }

    /** A request of one of the people whom all tests know. */
    public static RequestSpecification as(Person person) {
        return nobody().auth().oauth2(person.token());
    }

    /** A request without a token. */
    public static RequestSpecification nobody() {
        return RestAssured.given().urlEncodingEnabled(false).contentType("application/json");
    }

    /** Books a block under a new key. */
    public Response bookBlock(UUID block, UUID... children) {
        return book(UUID.randomUUID().toString(), Map.of("blockId", block, "childIds", List.of(children)));
    }

    /** Books one session under a new key. */
    public Response bookSession(UUID session, UUID... children) {
        return book(UUID.randomUUID().toString(), Map.of("sessionId", session, "childIds", List.of(children)));
    }

    /** Books under this key. */
    public Response book(String key, Map<String, ?> wish) {
        return asks().header("Idempotency-Key", key).body(wish).post("/v1/bookings");
    }

    /** Gives a booking up. */
    public Response cancel(String booking) {
        return asks().post("/v1/bookings/" + booking + "/cancel");
    }

    /** Holds a block's seats. */
    public Response holdBlock(UUID block, UUID... children) {
        return asks().body(Map.of("blockId", block, "childIds", List.of(children)))
                .post("/v1/holds");
    }

    /** Holds seats of one session. */
    public Response holdSession(UUID session, UUID... children) {
        return asks().body(Map.of("sessionId", session, "childIds", List.of(children)))
                .post("/v1/holds");
    }

    /** Says that a child will not come. */
    public Response absent(String place) {
        return asks().post("/v1/places/" + place + "/absence");
    }

    /** Books a session for a credit, under a new key. */
    public Response makeUp(String credit, UUID session) {
        return book(UUID.randomUUID().toString(), Map.of("creditId", credit, "sessionId", session));
    }

    /** Changes to another block. */
    public Response move(String booking, UUID block) {
        return asks().body(Map.of("blockId", block)).post("/v1/bookings/" + booking + "/move");
    }

    /** Waits for seats in a block. */
    public Response waitFor(UUID block, UUID... children) {
        return waitForAny(List.of(block), children);
    }

    /** Waits for seats in any of these blocks. */
    public Response waitForAny(List<UUID> blocks, UUID... children) {
        return asks().body(Map.of("blockIds", blocks, "childIds", List.of(children)))
                .post("/v1/waitlist");
    }

    /** Waits for a seat in a session. */
    public Response waitForSession(UUID session, UUID... children) {
        return asks().body(Map.of("sessionId", session, "childIds", List.of(children)))
                .post("/v1/waitlist");
    }

    /** Takes what is offered. */
    public Response accept(String entry) {
        return asks().post("/v1/waitlist/" + entry + "/accept");
    }

    /** Books what is held under a new key. */
    public Response bookHeld(String hold) {
        return book(UUID.randomUUID().toString(), Map.of("holdId", hold));
    }
}
