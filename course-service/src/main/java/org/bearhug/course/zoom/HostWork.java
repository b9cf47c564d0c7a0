package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** All that is to be done for one host, one after the other: a host's meetings are few and its daily limit is low. */
@ApplicationScoped
class HostWork {

    private static final Logger LOG = Logger.getLogger(HostWork.class);

    /** The other instances, and other hosts, shall have their turns too. */
    private static final int LONGEST_TURN = 25;

    private static final Duration SHORTEST_REST = Duration.ofMillis(200);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    @Inject
    Claims claims;

    @Inject
    Outcomes outcomes;

    @Inject
    Fulfilment fulfilment;

    @Inject
    ReleasedPlaces released;

    @Inject
    LookBack lookBack;

    @Inject
    Sweep sweep;

    @Inject
    Pauses pauses;

    @Inject
    Clock clock;

    /**
     * Does what is due, until nothing is or Zoom asks for a pause, or the turn is over.
     *
     * @return when the host's next turn is
     */
    Instant takeTurn(int hostId) {
        for (int done = 0; done < LONGEST_TURN && !Thread.currentThread().isInterrupted(); done++) {
            Optional<ZoomHost> host = host(hostId);
            if (host.isEmpty()) {
                return rested(hostId);
            }
            Optional<Claim> claim = claims.next(host.get());
            if (claim.isPresent()) {
                fulfil(claim.get());
            } else if (!doOther(host.get())) {
                return rested(hostId);
            }
        }
        return clock.instant();
    }

    /** When something is due again, as far as is known; new wishes may come in at any time. */
    private Instant rested(int hostId) {
        Instant now = clock.instant();
        Instant due = QuarkusTransaction.requiringNew()
                .call(() -> ZoomHost.nextDue(hostId, now))
                .orElse(Instant.MAX);
        Instant soonest = now.plus(SHORTEST_REST);
        Instant latest = now.plus(LONGEST_REST);
        return due.isBefore(soonest) ? soonest : due.isAfter(latest) ? latest : due;
    }

    /** The host, unless Zoom wants to be left alone. */
    private Optional<ZoomHost> host(int id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ZoomHost.<ZoomHost>findByIdOptional(id).filter(host -> !host.isParked(clock.instant())));
    }

    private void fulfil(Claim claim) {
        try {
            fulfilment.of(claim);
        } catch (ZoomFailure failure) {
            // Stopping is no outcome: the claim stays until it ends by itself, as after a crash.
            if (!Thread.currentThread().isInterrupted()) {
                LOG.infof("The meeting of session %s has to wait: %s", claim.sessionId(), failure.getMessage());
                outcomes.failed(claim, failure.problem(), pauses.after(failure, claim.attempts()));
                park(claim.hostId(), failure);
            }
        }
    }

    private void park(int hostId, ZoomFailure failure) {
        boolean whole = failure.kind() == ZoomFailure.Kind.THROTTLED || failure.kind() == ZoomFailure.Kind.DISCONNECTED;
        if (whole) {
            Instant until = pauses.after(failure, 1);
            QuarkusTransaction.requiringNew()
                    .run(() -> ZoomHost.update("parkedUntil = ?1 where id = ?2", until, hostId));
        }
    }

    /** What is not a wish; false when there is nothing to do, or it did not work and has to wait. */
    private boolean doOther(ZoomHost host) {
        try {
            return released.revokeOne(host) || lookBack.once(host) || sweep.ifDue(host);
        } catch (ZoomFailure failure) {
            LOG.infof("What is to be done for host %d has to wait: %s", host.id, failure.getMessage());
            if (!Thread.currentThread().isInterrupted()) {
                park(host.id, failure);
            }
            return false;
        }
    }
}
