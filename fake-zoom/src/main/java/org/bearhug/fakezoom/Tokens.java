package org.bearhug.fakezoom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who may call: server-to-server tokens for any user, and tokens of single users by code and PKCE. */
final class Tokens {

    /** In the place of a user: a token for the whole account. */
    static final String ACCOUNT = "account";

    /** What an app of a user is allowed; one of the account has the same with {@code :admin}. */
    private static final List<String> SCOPES = List.of(
            "meeting:write:meeting",
            "meeting:read:meeting",
            "meeting:update:meeting",
            "meeting:delete:meeting",
            "meeting:read:list_meetings",
            "meeting:write:registrant",
            "meeting:delete:registrant",
            "meeting:read:list_past_participants");

    private record Grant(String user, String challenge, String redirect) {}

    private final Map<String, String> access = new HashMap<>();
    private final Map<String, String> refresh = new HashMap<>();
    private final Map<String, Grant> codes = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private String scopes = "";
    private int issued;
    private int revoked;

    synchronized Reply answer(Call call) {
        return switch (call.path()) {
            case "/oauth/token" -> token(call);
            case "/oauth/authorize" -> authorize(call.query());
            case "/oauth/revoke" -> revoke(call.form().get("token"));
            default -> Reply.error(404, 404, "Not found");
        };
    }

    private Reply token(Call call) {
        if (call.authorization() == null || !call.authorization().startsWith("Basic ")) {
            return oauthError("invalid_client");
        }
        Map<String, String> form = call.form();
        return switch (form.getOrDefault("grant_type", "")) {
            case "account_credentials" ->
                form.getOrDefault("account_id", "").isEmpty()
                        ? oauthError("invalid_request")
                        : Reply.json(200, tokens(ACCOUNT, false));
            case "authorization_code" -> redeem(form);
            case "refresh_token" -> {
                String user = refresh.remove(form.get("refresh_token"));
                yield user == null || gone.contains(user)
                        ? oauthError("invalid_grant")
                        : Reply.json(200, tokens(user, true));
            }
            default -> oauthError("unsupported_grant_type");
        };
    }

    private Reply redeem(Map<String, String> form) {
        Grant grant = codes.remove(form.get("code"));
        boolean proven = grant != null
                && grant.challenge.equals(sha256(form.getOrDefault("code_verifier", "")))
                && grant.redirect.equals(form.get("redirect_uri"));
        return proven ? Reply.json(200, tokens(grant.user, true)) : oauthError("invalid_grant");
    }

    private Map<String, Object> tokens(String user, boolean refreshable) {
        issued++;
        String token = "access-" + UUID.randomUUID();
        access.put(token, user);
        Map<String, Object> answer = new HashMap<>(
                Map.of("access_token", token, "token_type", "bearer", "expires_in", 3599, "scope", scope(refreshable)));
        if (refreshable) {
            String next = "refresh-" + UUID.randomUUID();
            refresh.put(next, user);
            answer.put("refresh_token", next);
        }
        return answer;
    }

    private String scope(boolean ofUser) {
        return scopes.isEmpty() ? String.join(ofUser ? " " : ":admin ", SCOPES) + (ofUser ? "" : ":admin") : scopes;
    }

    /** From now on apps are allowed this alone; nothing for all that they need. */
    synchronized void allow(String granted) {
        scopes = granted;
    }

    /** Whoever comes is the user that {@code fake_user} names and agrees to everything. */
    private Reply authorize(Map<String, String> query) {
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Grant(
                        query.getOrDefault("fake_user", "own-account"),
                        query.getOrDefault("code_challenge", ""),
                        query.getOrDefault("redirect_uri", "")));
        return Reply.to(query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
    }

    private Reply revoke(String token) {
        access.remove(token);
        refresh.remove(token);
        revoked++;
        return Reply.json(200, Map.of("status", "success"));
    }

    private static Reply oauthError(String error) {
        return Reply.json(400, Map.of("reason", "Invalid request", "error", error));
    }

    /** The user whose token this is. */
    synchronized String userOf(Call call) {
        String token = call.authorization() == null ? "" : call.authorization().replace("Bearer ", "");
        String user = access.get(token);
        if (user == null || gone.contains(user)) {
            throw new Reply.Refused(Reply.error(401, 124, "Invalid access token."));
        }
        return user;
    }

    /** All tokens for access end now, as an hour later; of one user the right to new ones too. */
    synchronized void expire() {
        access.clear();
    }

    synchronized void leave(String user) {
        gone.add(user);
    }

    synchronized void comeBack(String user) {
        gone.remove(user);
    }

    synchronized int issued() {
        return issued;
    }

    synchronized int revoked() {
        return revoked;
    }

    synchronized void reset() {
        gone.clear();
        scopes = "";
        revoked = 0;
        issued = 0;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
