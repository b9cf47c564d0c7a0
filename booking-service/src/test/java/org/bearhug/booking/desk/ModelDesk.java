package org.bearhug.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a desk should do, with a line of families. */
final class ModelDesk extends ModelBookings {

    private final OfferTime offerTime;

    ModelDesk(OfferTime offerTime) {
        this.offerTime = offerTime;
    }

    @Override
    public String join(int family, List<Integer> options) {
        if (options.stream().anyMatch(option -> !isSoldAfter(now, option))) {
            return "sales-closed";
        }
        List<Integer> sessions = sessions(options);
        boolean twice = line.stream()
                .anyMatch(entry -> entry.family == family
                        && entry.state.equals("WAITING")
                        && sessions(entry.options).stream().anyMatch(sessions::contains));
        if (twice) {
            return "already-waiting";
        }
        line.add(new Entry(family, options));
        return "ok";
    }

    private List<Integer> sessions(List<Integer> options) {
        return options.stream().flatMap(option -> sessions(option).stream()).toList();
    }

    @Override
    public String accept(int nth) {
        Entry entry = line.get(nth);
        String answer = answer(entry);
        if (answer.equals("ok")) {
            end(entry.offer);
            confirm(entry.family, entry.offer.option, entry.offer.sessions, null, children(entry.family), null);
            entry.state = "ACCEPTED";
        }
        return answer;
    }

    @Override
    public String decline(int nth) {
        Entry entry = line.get(nth);
        String answer = answer(entry);
        if (answer.equals("ok")) {
            end(entry.offer);
            entry.state = "LEFT";
        }
        return answer;
    }

    private static String answer(Entry entry) {
        return switch (entry.state) {
            case "OFFERED" -> "ok";
            case "OFFER_EXPIRED" -> "offer-expired";
            default -> "no-offer";
        };
    }

    @Override
    public String leave(int nth) {
        Entry entry = line.get(nth);
        if (entry.state.equals("OFFERED")) {
            end(entry.offer);
        }
        if (List.of("OFFERED", "WAITING").contains(entry.state)) {
            entry.state = "LEFT";
        }
        return "ok";
    }

    @Override
    public String cancelSession(int session) {
        cancelled.add(session);
        for (Booked booking : bookings) {
            List<Place> confirmed =
                    booking.places.stream().filter(place -> place.confirmed).toList();
            List<Place> lost =
                    confirmed.stream().filter(place -> place.session == session).toList();
            if (!lost.isEmpty()) {
                boolean whole = lost.size() == confirmed.size();
                booking.owed -= lost.stream().mapToLong(place -> place.price).sum();
                giveBack(booking, lost.size(), whole);
                lost.forEach(place -> place.confirmed = false);
                if (whole) {
                    giveUp(booking, place -> false);
                }
            }
        }
        Set<Keeping> concerned = kept.stream()
                .filter(seat -> seat.session() == session)
                .map(Kept::owner)
                .collect(Collectors.toSet());
        kept.removeIf(seat -> concerned.contains(seat.owner()));
        line.stream()
                .filter(entry -> entry.state.equals("OFFERED") && concerned.contains(entry.offer))
                .forEach(this::waitAgain);
        return "ok";
    }

    private void waitAgain(Entry entry) {
        List<Integer> left = sessions(entry.options.stream()
                .filter(option -> isSoldAfter(now, option))
                .toList());
        boolean waitsAlready = line.stream()
                .anyMatch(other -> other.family == entry.family
                        && other.state.equals("WAITING")
                        && sessions(other.options).stream().anyMatch(left::contains));
        entry.state = left.isEmpty() || waitsAlready ? "LEFT" : "WAITING";
    }

    @Override
    public void later(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void match() {
        for (Entry entry : line) {
            if (entry.state.equals("OFFERED") && !now.isBefore(entry.offer.until)) {
                end(entry.offer);
                entry.state = "OFFER_EXPIRED";
            }
        }
        line.stream()
                .filter(entry -> entry.state.equals("WAITING")
                        && sessions(entry.options).stream()
                                .noneMatch(session -> now.plus(JOINING_TIME).isBefore(Desk.start(session))))
                .forEach(entry -> entry.state = "LEFT");
        line.stream().filter(entry -> entry.state.equals("WAITING")).forEach(entry -> entry.options.stream()
                .filter(option -> isOpen(entry, option)
                        && sessions(option).stream().allMatch(session -> free(session) >= Desk.children(entry.family)))
                .findFirst()
                .ifPresent(option -> offer(entry, option)));
    }

    private void offer(Entry entry, int option) {
        Instant until = offerTime.expiry(
                now, ZoneId.of("Europe/London"), firstStart(option).minus(JOINING_TIME));
        entry.offer = keep(new Keeping(entry.family, option, sessions(option), true, until));
        entry.state = "OFFERED";
    }

    /** What two steps made at once is named in another order: whatever was made last stands before what was made before it. */
    void swapNewest(List<Integer> before) {
        List<List<?>> made = List.of(holds, bookings, credits);
        for (int which = 0; which < made.size(); which++) {
            int size = made.get(which).size();
            if (size == before.get(which) + 2) {
                Collections.swap(made.get(which), size - 2, size - 1);
            }
        }
    }

    @Override
    public List<Integer> made() {
        return List.of(holds.size(), bookings.size(), credits.size(), line.size());
    }

    @Override
    public State state() {
        List<String> seats = IntStream.range(0, SESSIONS)
                .mapToObj(session -> "held %d offered %d taken %d"
                        .formatted(
                                alive(session)
                                        .filter(seat -> !seat.owner().offer)
                                        .count(),
                                alive(session)
                                        .filter(seat -> seat.owner().offer)
                                        .count(),
                                taken(session).size()))
                .toList();
        return new State(
                seats,
                line.stream().map(entry -> entry.state).toList(),
                bookings.stream().map(booking -> booking.owed).toList(),
                IntStream.concat(IntStream.of(vouchers), IntStream.of(passes))
                        .boxed()
                        .toList());
    }
}
