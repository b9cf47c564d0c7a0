package org.bearhug.user.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An API client as its owner sees it.
 *
 * @param lastUsedAt when it last got a token, to the minute
 * @param secrets those it has, without their texts
 * @param secret only in the answer that makes it
 */
public record ApiClientView(
        UUID id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant lastUsedAt,
        List<SecretView> secrets,
        String secret) {

    static ApiClientView of(ApiClient client, List<ClientSecret> secrets, String secret) {
        return new ApiClientView(
                client.id,
                client.name,
                List.of(client.scopes),
                client.createdAt,
                client.lastUsedAt,
                secrets.stream().map(one -> SecretView.of(one, null)).toList(),
                secret);
    }

    /**
     * One secret of a client.
     *
     * @param secret only in the answer that makes it
     */
    public record SecretView(UUID id, Instant createdAt, String secret) {
        static SecretView of(ClientSecret one, String secret) {
            return new SecretView(one.id, one.createdAt, secret);
        }
    }
}
