package org.bearhug.booking.pass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.money.Ledger;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/**
 * Using passes and giving units back. A pass is locked before any seat, so that its last unit goes to one
 * booking, and they never wait for each other.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Passes {

    private static final String USE =
            "INSERT INTO pass_use (booking_id, pass_id, units) VALUES (:booking, :pass, :units)";

    private static final String GIVE_BACK =
            "UPDATE pass_use SET units = units - :units WHERE booking_id = :booking AND units >= :units";

    @Inject
    Session database;

    @Inject
    Ledger money;

    /**
     * What a pass is to be used for.
     *
     * @param lastStart of its sessions
     * @param units one for each place
     */
    public record Purpose(UUID instructorId, UUID courseId, Instant lastStart, int units) {}

    /**
     * Takes units of a pass, to be followed by {@link #usedFor}.
     *
     * @return the title of the pass
     * @throws Refusal 404 for another's, 409 {@code pass-not-paid}, and as {@link Pass#use}
     */
    public String take(UUID carer, UUID id, Purpose purpose) {
        Pass pass = Pass.lockedOf(carer, id).orElseThrow(() -> Refusal.notFound("pass"));
        if (money.balance(pass.purchase()).amount() > 0) {
            throw PassRefusals.notPaid();
        }
        pass.use(purpose);
        return pass.title;
    }

    /** For this booking. */
    public void usedFor(UUID booking, UUID pass, int units) {
        database.createNativeMutationQuery(USE)
                .setParameter("booking", booking)
                .setParameter("pass", pass)
                .setParameter("units", units)
                .executeUpdate();
    }

    /** So many units of a booking, which is locked, can be used again. Its seats are given back after that. */
    public void giveBack(UUID booking, int units) {
        UUID id = database.createNativeQuery("SELECT pass_id FROM pass_use WHERE booking_id = :booking", UUID.class)
                .setParameter("booking", booking)
                .getSingleResult();
        Pass pass = Pass.locked(id);
        int given = database.createNativeMutationQuery(GIVE_BACK)
                .setParameter("booking", booking)
                .setParameter("units", units)
                .executeUpdate();
        if (given == 1) {
            pass.used -= units;
        }
    }
}
