package org.bearhug.booking.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Tariff;
import org.bearhug.kit.Refusal;

/** What of the things told is for sale at this time, and at what price. */
record Sales(Told told, Instant now) {

    /** As {@link Timetable#block}. */
    Offer block(UUID id) {
        ClassBlock block = published(id).orElseThrow(() -> Refusal.notFound("block"));
        List<ClassSession> sessions = told.sessions(List.of(block.sessionIds));
        if (sessions.size() < block.sessionIds.length) {
            throw Refusal.notFound("block");
        }
        List<ScheduledSession> scheduled = sessions.stream()
                .filter(session -> session.state.equals("SCHEDULED"))
                .map(ScheduledSession::of)
                .sorted(Comparator.comparing(ScheduledSession::startsAt))
                .toList();
        if (!block.state.equals("PUBLISHED") || scheduled.isEmpty()) {
            throw salesClosed("This block is no longer for sale.");
        }
        List<ScheduledSession> sold = scheduled;
        if (block.proRata) {
            sold = scheduled.stream().filter(this::isToCome).toList();
            if (sold.isEmpty()) {
                throw salesClosed("The last session of this block has begun.");
            }
        } else {
            refuseWhenStarted(scheduled.get(0), "This block has begun; its later sessions may be sold one by one.");
        }
        return new Offer(sessions.get(0).title, sold, tariff(block, sold, scheduled.size()), block.terms);
    }

    private Tariff tariff(ClassBlock block, List<ScheduledSession> sold, int scheduled) {
        String zone = block.timeZone == null ? sold.get(0).timeZone() : block.timeZone;
        boolean early = block.earlyUntil != null
                && !LocalDate.ofInstant(now, ZoneId.of(zone)).isAfter(block.earlyUntil);
        return new Tariff(
                new Money(block.priceAmount, block.currency),
                block.minimumAmount,
                early ? block.earlyAmount : null,
                block.siblingPercent,
                sold.size(),
                scheduled);
    }

    /** A block that was published, whatever became of it; a draft is as good as not there. */
    Optional<ClassBlock> published(UUID block) {
        return told.block(block).filter(known -> !known.state.equals("DRAFT"));
    }

    /** As {@link Timetable#dropIn}. */
    Offer dropIn(UUID id) {
        ClassSession session = sold(id);
        if (session.dropInAmount == null) {
            throw salesClosed("This session is sold only with its block.");
        }
        Money price = new Money(session.dropInAmount, session.currency);
        int siblingPercent = around(session).map(block -> block.siblingPercent).orElse(0);
        return offer(session, new Tariff(price, session.dropInMinimum, null, siblingPercent, 1, 1));
    }

    /** As {@link KnownTimetable.Extract#makeUp}. */
    Offer makeUp(UUID id, String currency) {
        return offer(sold(id), Tariff.plain(new Money(0, currency), 1));
    }

    private ClassSession sold(UUID id) {
        ClassSession session =
                told.session(id).filter(known -> known.published).orElseThrow(() -> Refusal.notFound("session"));
        if (!session.state.equals("SCHEDULED")) {
            throw salesClosed("This session is cancelled.");
        }
        return session;
    }

    private Offer offer(ClassSession session, Tariff tariff) {
        ScheduledSession scheduled = ScheduledSession.of(session);
        refuseWhenStarted(scheduled, "This session has begun.");
        return new Offer(
                session.title,
                List.of(scheduled),
                tariff,
                around(session).map(block -> block.terms).orElse(Terms.USUAL));
    }

    private Optional<ClassBlock> around(ClassSession session) {
        return Optional.ofNullable(session.blockId).flatMap(told::block);
    }

    private void refuseWhenStarted(ScheduledSession session, String detail) {
        if (!isToCome(session)) {
            throw salesClosed(detail);
        }
    }

    private boolean isToCome(ScheduledSession session) {
        return now.isBefore(session.startsAt());
    }

    private static Refusal salesClosed(String detail) {
        return new Refusal(409, "sales-closed", detail);
    }
}
