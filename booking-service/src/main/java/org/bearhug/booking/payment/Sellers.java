package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.booking.money.Purchase;

/** Who sold what is paid for. */
@ApplicationScoped
class Sellers {

    private final Map<Purchase.Kind, Seller> sellers;

    @Inject
    Sellers(@Any Instance<Seller> sellers) {
        this.sellers = sellers.stream().collect(Collectors.toMap(Seller::sells, Function.identity()));
    }

    Seller of(Purchase purchase) {
        return sellers.get(purchase.kind());
    }

    /** Keeps what was bought from changing until the transaction ends. */
    void lock(Purchase purchase) {
        of(purchase).lock(purchase.id());
    }
}
