package org.bearhug.course.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.kit.Outbox;
import org.bearhug.kit.Seal;

/** The ways into the calls. Whoever writes them does so in the running transaction, which tells them sealed. */
@ApplicationScoped
public class Meetings {

    @Inject
    Seal seal;

    @Inject
    Outbox outbox;

    /** Sets the link that the instructor gives for these sessions, or takes away whatever there is. */
    @Transactional(TxType.MANDATORY)
    public void put(Collection<UUID> sessionIds, Optional<CallLink> link) {
        write(sessionIds, meeting -> meeting.become(false, null, sealed(meeting, link.map(CallLink::url))));
    }

    /** Takes the links of these sessions away and makes what was told of them before say so too. */
    @Transactional(TxType.MANDATORY)
    public void erase(Collection<UUID> sessionIds) {
        outbox.replace(Meeting.locked(sessionIds).stream()
                .map(meeting -> write(meeting, erased -> erased.become(false, null, null)))
                .toList());
    }

    /** Zoom is to make the meetings of these sessions; until then there is no way in. */
    @Transactional(TxType.MANDATORY)
    public void awaitZoom(Collection<UUID> sessionIds) {
        write(sessionIds, meeting -> meeting.become(true, MeetingState.PENDING, null));
    }

    /** Zoom has made the meeting of a session. */
    @Transactional(TxType.MANDATORY)
    public void zoomMade(UUID sessionId, String joinUrl) {
        write(List.of(sessionId), meeting -> meeting.become(true, null, sealed(meeting, Optional.of(joinUrl))));
    }

    /** Zoom does not have the meeting of a session any more; another one is to be made. */
    @Transactional(TxType.MANDATORY)
    public void zoomLost(UUID sessionId) {
        write(List.of(sessionId), meeting -> meeting.become(true, MeetingState.LOST, null));
    }

    private String sealed(Meeting meeting, Optional<String> link) {
        return link.map(open -> seal.close(open, context(meeting.sessionId))).orElse(null);
    }

    private static String context(UUID sessionId) {
        return "call-link:" + sessionId;
    }

    private void write(Collection<UUID> sessionIds, Consumer<Meeting> change) {
        Map<UUID, Meeting> known = Meeting.locked(sessionIds).stream()
                .collect(Collectors.toMap(meeting -> meeting.sessionId, Function.identity()));
        outbox.add(sessionIds.stream()
                .map(id -> write(known.computeIfAbsent(id, Meeting::of), change))
                .toList());
    }

    private static Outbox.Fact write(Meeting meeting, Consumer<Meeting> change) {
        change.accept(meeting);
        meeting.version++;
        meeting.persist();
        return MeetingFact.of(meeting);
    }

    /** Whether the call of a session is as wished already; the link is there for {@code LINK} alone. */
    @Transactional(TxType.MANDATORY)
    public boolean isCall(UUID sessionId, MeetingKind kind, Optional<CallLink> link) {
        return isZoom(sessionId) == (kind == MeetingKind.ZOOM)
                && (kind == MeetingKind.ZOOM
                        || linkOf(sessionId).map(CallLink::new).equals(link));
    }

    /** Whether there is a way into these sessions; one that is not named has none and waits for none. */
    public Map<UUID, MeetingState> states(Collection<UUID> sessionIds) {
        return Meeting.<Meeting>list("sessionId in ?1", sessionIds).stream()
                .collect(Collectors.toMap(meeting -> meeting.sessionId, Meeting::state));
    }

    /** Whether the meeting of a session is Zoom's affair. */
    public boolean isZoom(UUID sessionId) {
        return Meeting.<Meeting>findByIdOptional(sessionId)
                .filter(meeting -> meeting.zoom)
                .isPresent();
    }

    /** The open link of a session, for a redirect of its instructor and for nothing else. */
    public Optional<String> linkOf(UUID sessionId) {
        return Meeting.<Meeting>findByIdOptional(sessionId)
                .filter(meeting -> meeting.sealedLink != null)
                .map(meeting -> seal.open(meeting.sealedLink, context(sessionId)));
    }
}
