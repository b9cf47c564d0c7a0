package org.bearhug.booking.jobs;

import java.util.Collection;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** How a job works through its list: what fails is logged and waits for the next time, and keeps nothing else from being done. */
public final class OneByOne {

    private static final Logger LOG = Logger.getLogger(OneByOne.class);

    private OneByOne() {}

    /**
     * Does it with each of these.
     *
     * @param what they are, for the log: a booking, a payment; they are named there by their {@code toString}, so ids at best
     */
    public static <T> void each(String what, Collection<T> all, Consumer<T> deed) {
        for (T one : all) {
            try {
                deed.accept(one);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "The %s %s has to wait for the next time.", what, one);
            }
        }
    }
}
