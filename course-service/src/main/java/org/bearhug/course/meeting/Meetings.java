package org.bearhug.course.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.kit.Outbox;
import org.bearhug.kit.Seal;

/** The ways into the calls. */
@ApplicationScoped
public class Meetings {

    @Inject
    Seal seal;

    @Inject
    Outbox outbox;

    /** Sets the link of these sessions, or takes it away, and tells it sealed, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Collection<UUID> sessionIds, Optional<CallLink> link) {
        Map<UUID, Meeting> known =
                of(sessionIds).stream().collect(Collectors.toMap(m -> m.sessionId, Function.identity()));
        List<Outbox.Fact> facts = sessionIds.stream()
                .map(id -> put(known.computeIfAbsent(id, Meeting::of), link))
                .toList();
        outbox.add(facts);
    }

    /** Takes the links of these sessions away and makes what was told of them before say so too. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Collection<UUID> sessionIds) {
        outbox.replace(of(sessionIds).stream()
                .map(meeting -> put(meeting, Optional.empty()))
                .toList());
    }

    private Outbox.Fact put(Meeting meeting, Optional<CallLink> link) {
        meeting.sealedLink = link.map(open -> seal.close(open.url(), "call-link:" + meeting.sessionId))
                .orElse(null);
        meeting.version++;
        meeting.persist();
        return new Outbox.Fact(
                "meeting.changed",
                meeting.sessionId,
                meeting.version,
                new MeetingFact(meeting.sessionId, meeting.state(), meeting.sealedLink));
    }

    /** Whether this is the session's link already, or it has none and none is given. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isLink(UUID sessionId, Optional<CallLink> link) {
        return of(List.of(sessionId)).stream()
                .filter(meeting -> meeting.sealedLink != null)
                .map(meeting -> new CallLink(seal.open(meeting.sealedLink, "call-link:" + sessionId)))
                .findFirst()
                .equals(link);
    }

    /** Which of these sessions have a way in. */
    public Set<UUID> ready(Collection<UUID> sessionIds) {
        return of(sessionIds).stream()
                .filter(meeting -> meeting.state() == MeetingState.READY)
                .map(meeting -> meeting.sessionId)
                .collect(Collectors.toSet());
    }

    private static List<Meeting> of(Collection<UUID> sessionIds) {
        return Meeting.list("sessionId in ?1", sessionIds);
    }

    private record MeetingFact(UUID sessionId, MeetingState state, String sealedLink) {}
}
