/** The way into the call: our own address for each place, with the call's address behind it. */
package org.bearhug.booking.door;
