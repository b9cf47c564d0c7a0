package org.bearhug.booking.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** What was made at the real desk, each kind numbered in the order in which it was made. */
final class Things {

    /** Something that was made, and for which family. */
    record Thing(UUID id, int family) {}

    private final Map<Desk.Made, List<Thing>> made = new EnumMap<>(Desk.Made.class);

    Things() {
        for (Desk.Made what : Desk.Made.values()) {
            made.put(what, new ArrayList<>());
        }
    }

    /** These, to which others can be added without a change of the first. */
    Things copy() {
        Things copy = new Things();
        copy.takeOver(this);
        return copy;
    }

    Thing get(Desk.Made what, int nth) {
        return made.get(what).get(nth);
    }

    int count(Desk.Made what) {
        return made.get(what).size();
    }

    List<UUID> ids(Desk.Made what) {
        return made.get(what).stream().map(Thing::id).toList();
    }

    /** Unless it is among them. */
    void add(Desk.Made what, Thing thing) {
        if (!made.get(what).contains(thing)) {
            made.get(what).add(thing);
        }
    }

    void takeOver(Things others) {
        others.made.forEach((what, things) -> things.forEach(thing -> add(what, thing)));
    }

    void sort(Desk.Made what, ToLongFunction<UUID> place) {
        made.get(what).sort((one, other) -> Long.compare(place.applyAsLong(one.id()), place.applyAsLong(other.id())));
    }

    /** The numbers of this family's. */
    List<Integer> of(Desk.Made what, int family) {
        return IntStream.range(0, count(what))
                .filter(nth -> get(what, nth).family() == family)
                .boxed()
                .toList();
    }
}
