/**
 * How money comes and goes: by hand to the instructor, or through Stripe. Nothing is asked of Stripe inside a transaction: what is
 * intended is committed before, what came of it after (docs/payment.md, docs/decisions/0025-payment.md).
 */
package org.bearhug.booking.payment;
