package org.bearhug.user.login;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bearhug.kit.Refusal;
import org.bearhug.user.account.Accounts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** On and out, by the cookie alone. */
@Path("/v1")
@Tag(name = "login")
class RefreshResource {

    private static final String FETCH_SITE = "Sec-Fetch-Site";

    @Inject
    Accounts accounts;

    @Inject
    Logins logins;

    @Inject
    Rotation rotation;

    @Inject
    Entrance entrance;

    @Inject
    BrowserCookies cookies;

    @POST
    @Path("/login/refresh")
    @PermitAll
    @Operation(operationId = "refreshLogin", summary = "The next access token, by the cookie, which is replaced")
    @APIResponse(
            responseCode = "200",
            description = "A token for 15 minutes and the next cookie",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Entrance.LoggedIn.class)))
    @APIResponse(
            responseCode = "401",
            description = "invalid-token; the cookie before the present one gets the same answer again for 20 seconds")
    @APIResponse(responseCode = "403", description = "forbidden, from another site's page")
    public Response refresh(@CookieParam(BrowserCookies.REFRESH) String sent, @HeaderParam(FETCH_SITE) String site) {
        requireOwnSite(site);
        Rotation.Continued login = rotation.refresh(RefreshToken.read(sent).orElseThrow(RefreshToken::refusal));
        return entrance.readmit(accounts.get(login.account()), login);
    }

    @POST
    @Path("/logout")
    @PermitAll
    @Operation(operationId = "logOut", summary = "End this log-in; the access token ends by itself within 15 minutes")
    @APIResponse(responseCode = "204", description = "Out, also when there was nobody in")
    @APIResponse(responseCode = "403", description = "forbidden, from another site's page")
    public Response logOut(@CookieParam(BrowserCookies.REFRESH) String sent, @HeaderParam(FETCH_SITE) String site) {
        requireOwnSite(site);
        RefreshToken.read(sent).ifPresent(logins::close);
        return Response.noContent().cookie(cookies.noRefresh()).build();
    }

    /**
     * What acts by the cookie alone is not for other sites' pages. SameSite=Strict keeps them out; this keeps out pages
     * on sister domains too. Browsers send the header by themselves, other programs need not.
     */
    private static void requireOwnSite(String site) {
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new Refusal(403, "forbidden", "This is only for Bearhug's own pages.");
        }
    }
}
