package org.bearhug.booking.voucher;

import java.util.UUID;
import org.bearhug.booking.money.Discount;

/**
 * A voucher that is about to be used; nobody else uses it until the transaction ends.
 *
 * @param id of the voucher
 * @param discount what it takes off
 */
public record VoucherClaim(UUID id, Discount discount) {}
