package org.bearhug.fakezoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bearhug.fakes.Faults;

/**
 * The strings behind the stage, as JSON over HTTP: {@code POST /fake/reset}, {@code /fake/clock {now}},
 * {@code /fake/pages {size}}, {@code /fake/midnight}, {@code /fake/plan {user, registration}},
 * {@code /fake/faults {fault, call, times}}, {@code /fake/random {percent, seed}}, {@code /fake/calm},
 * {@code /fake/expire}, {@code /fake/leave {user}}, {@code /fake/return {user}}, {@code /fake/scopes {scope}}, {@code /fake/delete {id}}, {@code /fake/edit {id, fields}},
 * {@code /fake/webhooks {address, secret}}, {@code /fake/send {body}}, {@code /fake/event {event, id, …}};
 * {@code GET /fake/meetings}, {@code /fake/calls}, {@code /fake/spent}, {@code /fake/owed}, {@code /fake/tokens}, {@code /fake/contract}.
 */
final class Controls {

    private final Faults<Fault> faults;
    private final MeetingBook book;
    private final Tokens tokens;
    private final Contract contract;
    private final Webhooks webhooks;

    Controls(Faults<Fault> faults, MeetingBook book, Tokens tokens, Contract contract, Webhooks webhooks) {
        this.faults = faults;
        this.book = book;
        this.tokens = tokens;
        this.contract = contract;
        this.webhooks = webhooks;
    }

    Reply answer(Call call) {
        return call.method().equals("GET") ? look(call.path()) : act(call.path(), call.json());
    }

    private Reply look(String path) {
        return switch (path) {
            case "/fake/meetings" -> meetings();
            case "/fake/calls" -> Reply.json(200, book.log().lines());
            case "/fake/spent" -> Reply.json(200, book.daily().spent());
            case "/fake/owed" -> Reply.json(200, Map.of("calls", book.log().owed()));
            case "/fake/tokens" -> Reply.json(200, Map.of("issued", tokens.issued(), "revoked", tokens.revoked()));
            case "/fake/contract" ->
                Reply.json(200, Map.of("found", contract.isFound(), "violations", contract.violations()));
            default -> Reply.error(404, 404, "Not found");
        };
    }

    private Reply meetings() {
        ArrayNode all = Call.JSON.createArrayNode();
        for (Meeting meeting : book.all()) {
            ObjectNode view = meeting.whole();
            view.set("registrants", Call.JSON.valueToTree(List.copyOf(meeting.registrants.values())));
            all.add(view);
        }
        return Reply.json(200, all);
    }

    private Reply act(String path, JsonNode wish) {
        switch (path) {
            case "/fake/reset" -> {
                book.reset();
                faults.none();
                tokens.reset();
            }
            case "/fake/clock" -> book.setClock(Instant.parse(wish.path("now").asText()));
            case "/fake/pages" -> book.setPageSize(wish.path("size").asInt());
            case "/fake/midnight" -> book.daily().endDay();
            case "/fake/plan" ->
                book.setRegistration(
                        wish.path("user").asText(), wish.path("registration").asBoolean());
            case "/fake/faults" ->
                faults.add(
                        Fault.valueOf(wish.path("fault").asText()),
                        wish.path("call").asText(),
                        wish.path("times").asInt(1));
            case "/fake/random" ->
                faults.atRandom(wish.path("percent").asInt(), wish.path("seed").asLong());
            case "/fake/calm" -> faults.none();
            case "/fake/scopes" -> tokens.allow(wish.path("scope").asText());
            case "/fake/expire" -> tokens.expire();
            case "/fake/leave" -> tokens.leave(wish.path("user").asText());
            case "/fake/return" -> tokens.comeBack(wish.path("user").asText());
            case "/fake/delete" -> book.remove(wish.path("id").asLong());
            case "/fake/edit" -> edit(wish);
            case "/fake/webhooks" ->
                webhooks.to(wish.path("address").asText(), wish.path("secret").asText());
            case "/fake/send" -> {
                return Reply.json(200, webhooks.send(wish.path("body").asText()));
            }
            case "/fake/event" -> {
                return Reply.json(200, webhooks.event(wish));
            }
            default -> {
                return Reply.error(404, 404, "Not found");
            }
        }
        return Reply.json(200, Map.of());
    }

    private void edit(JsonNode wish) {
        Meeting meeting = book.get(wish.path("id").asLong(), 3001);
        wish.path("fields").properties().forEach(field -> meeting.fields.set(field.getKey(), field.getValue()));
    }
}
