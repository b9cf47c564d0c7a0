/** A carer's classes as a calendar that other programs subscribe to. */
package org.bearhug.booking.calendar;
