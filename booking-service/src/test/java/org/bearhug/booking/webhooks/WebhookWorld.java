package org.bearhug.booking.webhooks;

import jakarta.inject.Inject;
import org.bearhug.booking.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An instructor, a program of hers that listens, and a clock that stands a week before the first class. */
abstract class WebhookWorld {

    @Inject
    Given given;

    final Receiver receiver = new Receiver();
    final Integrator ines = Integrator.fresh();

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @AfterEach
    void nobody_listens_any_more() {
        given.sql().change("DELETE FROM webhook_endpoint");
        receiver.close();
    }
}
