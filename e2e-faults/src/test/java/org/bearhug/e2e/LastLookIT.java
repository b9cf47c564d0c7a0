package org.bearhug.e2e;

import org.junit.jupiter.api.Order;

/** At what crashes, races and outages have left behind. */
@Order(Integer.MAX_VALUE)
class LastLookIT extends LastLook {}
