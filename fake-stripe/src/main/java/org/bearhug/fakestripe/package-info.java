/** A Stripe that is none: what Bearhug needs of it, with a memory, and with the faults that a test scripts. */
package org.bearhug.fakestripe;
