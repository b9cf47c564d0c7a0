package org.bearhug.fakezoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Zoom's API, as far as Bearhug calls it. */
final class MeetingCalls {

    private final MeetingBook book;

    MeetingCalls(MeetingBook book) {
        this.book = book;
    }

    Reply answer(Call call, String user) {
        book.log().note(call);
        List<String> parts = call.parts();
        String route =
                call.method() + " " + String.join("/", parts.subList(1, Math.min(2, parts.size()))) + parts.size();
        return switch (route) {
            case "POST users4" -> create(host(parts.get(2), user), call.json());
            case "GET users4" -> list(host(parts.get(2), user), call);
            case "GET meetings3" -> Reply.json(200, book.get(id(parts), 3001).whole());
            case "PATCH meetings3" -> {
                book.change(book.get(id(parts), 3001), call.json());
                yield Reply.none();
            }
            case "DELETE meetings3" -> {
                book.remove(id(parts));
                yield Reply.none();
            }
            case "POST meetings4" -> register(book.get(id(parts), 1001), call.json());
            case "DELETE meetings5" -> unregister(book.get(id(parts), 3001), parts.get(4));
            case "GET past_meetings4" -> participants(parts.get(2), call);
            default -> Reply.error(404, 2300, "This API endpoint is not recognized.");
        };
    }

    private static String host(String named, String user) {
        if (named.startsWith("nobody")) {
            throw new Reply.Refused(Reply.error(404, 1001, "User does not exist: " + named + "."));
        }
        return user.equals(Tokens.ACCOUNT) ? named : user;
    }

    private static long id(List<String> parts) {
        return parts.get(2).matches("\\d{1,18}") ? Long.parseLong(parts.get(2)) : 0;
    }

    private Reply create(String host, JsonNode wish) {
        if (wish.path("topic").asText().isEmpty()) {
            return Reply.error(400, 300, "Validation Failed.");
        }
        return Reply.json(201, book.add(host, wish).whole());
    }

    /** Those to come or all. */
    private Reply list(String host, Call call) {
        List<ObjectNode> found = book.all().stream()
                .filter(meeting -> meeting.host.equals(host))
                .filter(meeting -> !call.query().getOrDefault("type", "").equals("upcoming")
                        || !meeting.start().isBefore(book.now()))
                .map(Meeting::listed)
                .toList();
        return page("meetings", found, call);
    }

    /** The page that was asked for; its successor is named by a token. */
    private Reply page(String items, List<ObjectNode> found, Call call) {
        int size = Math.min(book.pageSize(), Integer.parseInt(call.query().getOrDefault("page_size", "30")));
        String token = call.query().getOrDefault("next_page_token", "");
        int from = token.isEmpty() ? 0 : Integer.parseInt(token.substring(1));
        ObjectNode page = Call.JSON.createObjectNode();
        page.putArray(items).addAll(found.stream().skip(from).limit(size).toList());
        page.put("page_size", size).put("total_records", found.size());
        page.put("next_page_token", from + size < found.size() ? "p" + (from + size) : "");
        return Reply.json(200, page);
    }

    private Reply register(Meeting meeting, JsonNode wish) {
        if (!book.hasRegistration(meeting.host)) {
            return Reply.error(400, 200, "Only available for paid users: " + meeting.host + ".");
        }
        if (meeting.fields.path("settings").path("approval_type").asInt(2) == 2) {
            return Reply.error(400, 3000, "Registration has not been enabled for this meeting: " + meeting.id + ".");
        }
        Meeting.Registrant registrant = meeting.register(wish);
        return Reply.json(
                201,
                Call.JSON
                        .createObjectNode()
                        .put("id", meeting.id)
                        .put("registrant_id", registrant.id())
                        .put("topic", meeting.fields.path("topic").asText())
                        .put("join_url", registrant.joinUrl()));
    }

    private static Reply unregister(Meeting meeting, String registrant) {
        boolean was = meeting.registrants.values().removeIf(each -> each.id().equals(registrant));
        return was ? Reply.none() : Reply.error(404, 3000, "Registrant does not exist.");
    }

    /** Of one run, or of the last run of a meeting. A uuid with a slash is found only when it was encoded twice. */
    private Reply participants(String uuid, Call call) {
        Meeting meeting = book.all().stream()
                .filter(each ->
                        (each.uuid.equals(uuid) || uuid.equals(String.valueOf(each.id))) && !each.presences.isEmpty())
                .findFirst()
                .orElseThrow(() -> new Reply.Refused(Reply.error(404, 3001, "Meeting does not exist.")));
        return page("participants", meeting.presences, call);
    }
}
