package org.bearhug.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** What a desk should do, with a line of families. */
final class ModelDesk extends ModelBookings {

    private final OfferTime offerTime;

    ModelDesk(OfferTime offerTime) {
        this.offerTime = offerTime;
    }

    @Override
    public String join(int family, List<Integer> options) {
        if (options.stream().anyMatch(option -> !now.isBefore(Desk.firstStart(option)))) {
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

    private static List<Integer> sessions(List<Integer> options) {
        return options.stream()
                .flatMap(option -> Desk.sessions(option).stream())
                .toList();
    }

    @Override
    public String accept(int nth) {
        Entry entry = line.get(nth);
        String answer = answer(entry);
        if (answer.equals("ok")) {
            end(entry.offer);
            confirm(entry.family, entry.offer.option, null, children(entry.family));
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
                        && Desk.sessions(option).stream()
                                .allMatch(session -> free(session) >= Desk.children(entry.family)))
                .findFirst()
                .ifPresent(option -> offer(entry, option)));
    }

    private void offer(Entry entry, int option) {
        Instant until = offerTime.expiry(
                now, ZoneId.of("Europe/London"), Desk.firstStart(option).minus(JOINING_TIME));
        entry.offer = keep(new Keeping(entry.family, option, true, until));
        entry.state = "OFFERED";
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
        return new State(seats, line.stream().map(entry -> entry.state).toList());
    }
}
