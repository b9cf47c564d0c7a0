/** Vouchers: an instructor makes them, a booking uses them. */
package org.bearhug.booking.voucher;
