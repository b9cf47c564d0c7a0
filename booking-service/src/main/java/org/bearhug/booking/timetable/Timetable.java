package org.bearhug.booking.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Tariff;
import org.bearhug.kit.Refusal;

/** What is taught when, and what of it is for sale. */
@ApplicationScoped
public class Timetable {

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** These sessions, by id; those not known are left out. */
    public Map<UUID, ScheduledSession> sessions(Collection<UUID> ids) {
        return find(ids).stream()
                .map(ScheduledSession::of)
                .collect(Collectors.toMap(ScheduledSession::id, Function.identity()));
    }

    /** A session that was published, whatever became of it. */
    public Optional<ScheduledSession> session(UUID id) {
        return Optional.ofNullable(entities.find(ClassSession.class, id))
                .filter(known -> known.published)
                .map(ScheduledSession::of);
    }

    /** Whether this service was told that this block is published, and of all its sessions. */
    public boolean knowsBlock(UUID id) {
        return published(id)
                .filter(block -> find(List.of(block.sessionIds)).size() == block.sessionIds.length)
                .isPresent();
    }

    /**
     * A block as a whole: the sessions of it that are to take place. It is sold until the first of them starts, or the
     * rest of it until the last one does when its price is pro rata.
     *
     * @throws Refusal 404 when it or one of its sessions is not known here (yet), 409 {@code sales-closed}
     */
    public Offer block(UUID id) {
        ClassBlock block = published(id).orElseThrow(() -> Refusal.notFound("block"));
        List<ClassSession> sessions = find(List.of(block.sessionIds));
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
                && !LocalDate.ofInstant(clock.instant(), ZoneId.of(zone)).isAfter(block.earlyUntil);
        return new Tariff(
                new Money(block.priceAmount, block.currency),
                block.minimumAmount,
                early ? block.earlyAmount : null,
                block.siblingPercent,
                sold.size(),
                scheduled);
    }

    /** A block that was published, whatever became of it; a draft is as good as not there. */
    private Optional<ClassBlock> published(UUID block) {
        return Optional.ofNullable(entities.find(ClassBlock.class, block))
                .filter(known -> !known.state.equals("DRAFT"));
    }

    /**
     * One session on its own. It is sold until it starts.
     *
     * @throws Refusal 404 when it is not known here (yet), 409 {@code sales-closed} also when it is sold only with its
     *     block
     */
    public Offer dropIn(UUID id) {
        ClassSession session = sold(id);
        if (session.dropInAmount == null) {
            throw salesClosed("This session is sold only with its block.");
        }
        Money price = new Money(session.dropInAmount, session.currency);
        int siblingPercent = around(session).map(block -> block.siblingPercent).orElse(0);
        return offer(session, new Tariff(price, session.dropInMinimum, null, siblingPercent, 1, 1));
    }

    /**
     * One session in the place of another one, sold on its own or not.
     *
     * @throws Refusal 404 when it is not known here (yet), 409 {@code sales-closed}
     */
    public Offer makeUp(UUID id, String currency) {
        return offer(sold(id), Tariff.plain(new Money(0, currency), 1));
    }

    private ClassSession sold(UUID id) {
        ClassSession session = Optional.ofNullable(entities.find(ClassSession.class, id))
                .filter(known -> known.published)
                .orElseThrow(() -> Refusal.notFound("session"));
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
        return Optional.ofNullable(session.blockId).map(id -> entities.find(ClassBlock.class, id));
    }

    private void refuseWhenStarted(ScheduledSession session, String detail) {
        if (!isToCome(session)) {
            throw salesClosed(detail);
        }
    }

    private boolean isToCome(ScheduledSession session) {
        return clock.instant().isBefore(session.startsAt());
    }

    private static Refusal salesClosed(String detail) {
        return new Refusal(409, "sales-closed", detail);
    }

    private List<ClassSession> find(Collection<UUID> ids) {
        return entities.createQuery("from ClassSession where id in :ids", ClassSession.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
