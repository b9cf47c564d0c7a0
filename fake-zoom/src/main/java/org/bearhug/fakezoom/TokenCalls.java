package org.bearhug.fakezoom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Zoom's OAuth: server to server for any user, and for single users by code and PKCE. */
final class TokenCalls {

    private record Grant(String user, String challenge, String redirect) {}

    private final Tokens tokens;
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();

    TokenCalls(Tokens tokens) {
        this.tokens = tokens;
    }

    Reply answer(Call call) {
        return switch (call.path()) {
            case "/oauth/token" -> token(call);
            case "/oauth/authorize" -> authorize(call.query());
            case "/oauth/revoke" -> revoke(call.form().get("token"));
            default -> Reply.error(404, 404, "Not found");
        };
    }

    private Reply token(Call call) {
        if (call.authorization() == null || !call.authorization().startsWith("Basic ")) {
            return error("invalid_client");
        }
        Map<String, String> form = call.form();
        return switch (form.getOrDefault("grant_type", "")) {
            case "account_credentials" ->
                form.getOrDefault("account_id", "").isEmpty()
                        ? error("invalid_request")
                        : Reply.json(200, tokens.issue(Tokens.ACCOUNT, false));
            case "authorization_code" -> redeem(form);
            case "refresh_token" -> {
                String user = tokens.refresh(form.get("refresh_token"));
                yield user == null ? error("invalid_grant") : Reply.json(200, tokens.issue(user, true));
            }
            default -> error("unsupported_grant_type");
        };
    }

    private Reply redeem(Map<String, String> form) {
        Grant grant = codes.remove(form.getOrDefault("code", ""));
        boolean proven = grant != null
                && grant.challenge.equals(sha256(form.getOrDefault("code_verifier", "")))
                && grant.redirect.equals(form.get("redirect_uri"));
        return proven ? Reply.json(200, tokens.issue(grant.user, true)) : error("invalid_grant");
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
        tokens.revoke(token);
        return Reply.json(200, Map.of("status", "success"));
    }

    private static Reply error(String error) {
        return Reply.json(400, Map.of("reason", "Invalid request", "error", error));
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
