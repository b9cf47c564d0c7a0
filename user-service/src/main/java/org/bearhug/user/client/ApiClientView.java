package org.bearhug.user.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An API client as its owner sees it; {@code secret} only in the answer that makes it. */
public record ApiClientView(
        UUID id, String name, List<String> scopes, Instant createdAt, Instant lastUsedAt, String secret) {

    static ApiClientView of(ApiClient client) {
        return of(client, null);
    }

    static ApiClientView of(ApiClient client, String secret) {
        return new ApiClientView(
                client.id, client.name, List.of(client.scopes), client.createdAt, client.lastUsedAt, secret);
    }
}
