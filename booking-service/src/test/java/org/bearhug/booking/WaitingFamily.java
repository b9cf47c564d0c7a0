package org.bearhug.booking;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A carer with some children of ten weeks, who is somewhere in line. */
public record WaitingFamily(Given given, Carer carer, UUID... children) {

    /** Somebody new, with so many children that the service was told of. */
    public static WaitingFamily of(int number, Given given) {
        Carer carer = Carer.fresh();
        UUID[] children = IntStream.range(0, number)
                .mapToObj(n -> carer.child("Child " + n, 10))
                .toArray(UUID[]::new);
        given.known(children);
        return new WaitingFamily(given, carer, children);
    }

    /** Gets in line for a block; returns the entry. */
    public String waitsFor(TaughtBlock block) {
        return waitsForAny(List.of(block.id()));
    }

    /** Gets in line for any of these blocks; returns the entry. */
    public String waitsForAny(List<UUID> blocks) {
        return carer.waitForAny(blocks, children)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Where these entries stand in the database. */
    public static List<String> states(Given given, String... entries) {
        return List.of(entries).stream()
                .map(entry -> given.sql()
                        .<String>one("SELECT state FROM waitlist_entry WHERE id = ?", UUID.fromString(entry)))
                .toList();
    }
}
