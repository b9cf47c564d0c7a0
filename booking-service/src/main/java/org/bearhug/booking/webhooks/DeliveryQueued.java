package org.bearhug.booking.webhooks;

/** Fired in the transaction that queues a delivery: wakes the sender once it is committed. */
record DeliveryQueued() {}
