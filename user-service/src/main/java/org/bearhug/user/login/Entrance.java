package org.bearhug.user.login;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.bearhug.user.background.BackgroundThreads;
import org.bearhug.user.secret.Secret;
import org.bearhug.user.token.TokenIssuer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where everybody comes in who has shown who they are, in whatever way: it opens the log-in and hands out the tokens. */
@ApplicationScoped
public class Entrance {

    private final ExecutorService signing = Executors.newSingleThreadExecutor(new BackgroundThreads("log-in signing"));

    @Inject
    Logins logins;

    @Inject
    Devices devices;

    @Inject
    TokenIssuer tokens;

    @Inject
    BrowserCookies cookies;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** The answer to a log-in. */
    @Schema(name = "LoggedIn")
    public record LoggedIn(String accessToken, long expiresIn, String tokenType) {}

    private record Opened(AccountView account, RefreshToken token, Secret device) {}

    /**
     * Lets somebody in.
     *
     * @param who says whose log-in it is, or refuses; it runs in the transaction that opens the log-in, so that what it
     *     looks at cannot change before
     * @return 200 with an access token, the refresh cookie and the cookie that the browser is known by
     */
    public Response admit(Supplier<AccountView> who, LoginMethod method, Visit visit) {
        Opened opened = QuarkusTransaction.requiringNew().call(() -> {
            AccountView account = who.get();
            Secret device = devices.greet(account, visit);
            audit.note(Act.LOGGED_IN, account.id());
            return new Opened(account, logins.open(account.id(), method, visit.device()), device);
        });
        // Takes more of a core than all the rest of a log-in but the hash, and a storm of log-ins must slow nobody who
        // is in.
        return CompletableFuture.supplyAsync(() -> answer(opened, clock.instant()), signing)
                .join();
    }

    /** Lets somebody go on. */
    Response readmit(AccountView account, Rotation.Continued login) {
        return answer(account, login.since(), login.token());
    }

    private Response answer(Opened opened, Instant now) {
        return answer(opened.account(), now, opened.token(), cookies.device(opened.device()));
    }

    private Response answer(AccountView account, Instant since, RefreshToken token, NewCookie... more) {
        String access = tokens.forPerson(
                account.id(), account.role().group(), account.email(), account.name(), account.approved(), since);
        return Response.ok(new LoggedIn(access, TokenIssuer.LIFETIME.toSeconds(), "Bearer"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .cookie(cookies.refresh(token))
                .cookie(more)
                .build();
    }
}
