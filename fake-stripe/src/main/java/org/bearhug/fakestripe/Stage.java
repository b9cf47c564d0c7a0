package org.bearhug.fakestripe;

import java.util.EnumSet;
import org.bearhug.fakes.Faults;

/** The parts of the fake, which the controls reach. */
record Stage(
        Book book,
        Events events,
        Webhooks webhooks,
        Checkout checkout,
        Payments payments,
        Disputes disputes,
        Refunds refunds,
        Keys keys,
        Faults<Fault> faults) {

    /** @param address of the fake */
    static Stage empty(String address) {
        Book book = new Book();
        Webhooks webhooks = new Webhooks(book);
        Events events = new Events(book, webhooks);
        Checkout checkout = new Checkout(book, events, address);
        Payments payments = new Payments(book, events, checkout);
        return new Stage(
                book,
                events,
                webhooks,
                checkout,
                payments,
                new Disputes(book, events, payments),
                new Refunds(book, events),
                new Keys(),
                new Faults<>(EnumSet.allOf(Fault.class)));
    }
}
