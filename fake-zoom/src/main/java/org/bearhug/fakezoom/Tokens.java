package org.bearhug.fakezoom;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who may call: with tokens for the whole account, or of single users. */
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

    private final Map<String, String> access = new HashMap<>();
    private final Map<String, String> refresh = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private String scopes = "";
    private int issued;
    private int revoked;

    /** What the endpoint answers; who may come again for more gets a token for that too. */
    synchronized Map<String, Object> issue(String user, boolean refreshable) {
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

    /** Uses a refresh token up; whose it was, or null for one that is not good. */
    synchronized String refresh(String token) {
        String user = refresh.remove(token);
        return user == null || gone.contains(user) ? null : user;
    }

    synchronized void revoke(String token) {
        access.remove(token);
        refresh.remove(token);
        revoked++;
    }

    /** From now on apps are allowed this alone; nothing for all that they need. */
    synchronized void allow(String granted) {
        scopes = granted;
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
}
