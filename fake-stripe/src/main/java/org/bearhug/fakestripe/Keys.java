package org.bearhug.fakestripe;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Idempotency keys. The first answer is kept, also one of 500 once it was begun; what was refused for its form is not. The same
 * key with other parameters, or while the first call runs, is an error.
 */
final class Keys {

    private record Kept(String request, Reply reply) {}

    private final Map<String, Kept> byKey = new HashMap<>();

    Reply once(Call call, Supplier<Reply> work) {
        String key = call.header("idempotency-key");
        if (key == null || !call.method().equals("POST")) {
            return work.get();
        }
        if (key.length() > 255) {
            return Reply.invalid(null, null, "Idempotency keys have at most 255 characters.");
        }
        String request = call.line() + "\n" + new java.util.TreeMap<>(call.form());
        synchronized (this) {
            Kept kept = byKey.get(key);
            if (kept != null && !kept.request().equals(request)) {
                return Reply.error(
                        400,
                        "idempotency_error",
                        null,
                        null,
                        "Keys for idempotent requests can only be used with the same parameters they were first used with. Try"
                                + " using a key other than '" + key + "' if you meant to execute a different request.");
            }
            if (kept != null) {
                return kept.reply() == null
                        ? Reply.error(
                                409,
                                "idempotency_error",
                                "idempotency_key_in_use",
                                null,
                                "There is currently another in-progress request using this Idempotent Key.")
                        : kept.reply().with("Idempotent-Replayed", "true");
            }
            byKey.put(key, new Kept(request, null));
        }
        Reply reply = null;
        try {
            reply = work.get();
            return reply;
        } finally {
            keep(key, request, reply);
        }
    }

    private synchronized void keep(String key, String request, Reply reply) {
        if (reply == null || reply.status() >= 400 && reply.status() < 500) {
            byKey.remove(key);
        } else {
            byKey.put(key, new Kept(request, reply));
        }
    }

    synchronized void forget() {
        byKey.clear();
    }
}
