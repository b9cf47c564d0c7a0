package org.bearhug.fakestripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The strings behind the stage, as JSON over HTTP: {@code POST /fake/reset}, {@code /fake/clock {now}},
 * {@code /fake/faults {fault, call, times}}, {@code /fake/calm}, {@code /fake/webhooks {address, secret}},
 * {@code /fake/keep {keep}} (events are kept), {@code /fake/deliver {ids}} (those kept, or these in this order),
 * {@code /fake/version {version}} (of events), {@code /fake/send {body, at, signature}}, {@code /fake/pay {session}},
 * {@code /fake/pay-later}, {@code /fake/settle {session, well}}, {@code /fake/decline}, {@code /fake/refunds-are {status}},
 * {@code /fake/end-refund {id, status}}, {@code /fake/dispute {session}}, {@code /fake/end-dispute {id, status}},
 * {@code /fake/edit {session, fields}}; {@code GET /fake/sessions}, {@code /fake/refunds}, {@code /fake/events},
 * {@code /fake/calls}.
 */
final class Controls {

    private final Stage stage;

    Controls(Stage stage) {
        this.stage = stage;
    }

    Reply answer(Call call) {
        return call.method().equals("GET") ? look(call.path()) : act(call.path(), call.json());
    }

    private Reply look(String path) {
        synchronized (stage.book()) {
            return switch (path) {
                case "/fake/sessions" -> Reply.json(200, stage.book().sessions.values());
                case "/fake/refunds" -> Reply.json(200, stage.book().refunds.values());
                case "/fake/events" -> Reply.json(200, stage.events().list());
                case "/fake/calls" -> Reply.json(200, stage.book().calls());
                default -> Reply.missing("page", path);
            };
        }
    }

    private Reply act(String path, JsonNode wish) {
        String session = wish.path("session").asText();
        switch (path) {
            case "/fake/reset" -> {
                stage.book().reset();
                stage.events().reset();
                stage.faults().none();
                stage.keys().forget();
                stage.refunds().refundsAre("succeeded", "");
            }
            case "/fake/clock" -> {
                stage.book().setClock(Instant.parse(wish.path("now").asText()));
                stage.checkout().expireInTime();
            }
            case "/fake/faults" ->
                stage.faults()
                        .add(
                                Fault.valueOf(wish.path("fault").asText()),
                                wish.path("call").asText(),
                                wish.path("times").asInt(1));
            case "/fake/calm" -> stage.faults().none();
            case "/fake/webhooks" ->
                stage.webhooks()
                        .to(wish.path("address").asText(), wish.path("secret").asText());
            case "/fake/keep" -> stage.events().keep(wish.path("keep").asBoolean(true));
            case "/fake/deliver" -> {
                List<String> ids = new ArrayList<>();
                wish.path("ids").forEach(id -> ids.add(id.asText()));
                return Reply.json(200, stage.events().deliver(ids));
            }
            case "/fake/version" -> stage.events().version(wish.path("version").asText());
            case "/fake/send" -> {
                return Reply.json(200, Map.of("status", send(wish)));
            }
            case "/fake/pay" -> {
                return Reply.json(200, Map.of("done", stage.payments().pay(session)));
            }
            case "/fake/pay-later" -> {
                return Reply.json(200, Map.of("done", stage.payments().payLater(session)));
            }
            case "/fake/decline" -> {
                return Reply.json(200, Map.of("done", stage.payments().decline(session)));
            }
            case "/fake/settle" ->
                stage.payments().settle(session, wish.path("well").asBoolean());
            case "/fake/refunds-are" ->
                stage.refunds()
                        .refundsAre(
                                wish.path("status").asText(),
                                wish.path("reason").asText("unknown"));
            case "/fake/end-refund" ->
                stage.refunds()
                        .endRefund(
                                wish.path("id").asText(),
                                wish.path("status").asText(),
                                wish.path("reason").asText("expired_or_canceled_card"));
            case "/fake/dispute" -> {
                return Reply.json(200, stage.disputes().open(wish));
            }
            case "/fake/end-dispute" ->
                stage.disputes()
                        .end(wish.path("id").asText(), wish.path("status").asText());
            case "/fake/edit" -> edit(session, wish.path("fields"));
            default -> {
                return Reply.missing("page", path);
            }
        }
        return Reply.json(200, Map.of());
    }

    private int send(JsonNode wish) {
        String body = wish.path("body").asText();
        long at = wish.path("at").asLong(stage.book().seconds());
        return stage.webhooks()
                .sendNow(body, wish.path("signature").asText(stage.webhooks().signature(body, at)));
    }

    private void edit(String session, JsonNode fields) {
        synchronized (stage.book()) {
            fields.properties().forEach(field -> stage.checkout().get(session).set(field.getKey(), field.getValue()));
        }
    }
}
