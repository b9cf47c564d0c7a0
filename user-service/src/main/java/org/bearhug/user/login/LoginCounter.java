package org.bearhug.user.login;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Supplier;
import org.bearhug.kit.Refusal;

/** Counts log-ins by way and outcome, for who watches over the platform: guessing shows as a wave of refusals. */
@ApplicationScoped
public class LoginCounter {

    @Inject
    MeterRegistry meters;

    /** Does it, and counts what came of it. */
    public Response count(LoginMethod method, Supplier<Response> logIn) {
        try {
            Response admitted = logIn.get();
            increment(method, "admitted");
            return admitted;
        } catch (Refusal refusal) {
            increment(method, refusal.code());
            throw refusal;
        }
    }

    private void increment(LoginMethod method, String outcome) {
        meters.counter(
                        "bearhug.logins",
                        "method",
                        method.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "outcome",
                        outcome)
                .increment();
    }
}
