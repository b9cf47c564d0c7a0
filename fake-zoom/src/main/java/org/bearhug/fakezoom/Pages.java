package org.bearhug.fakezoom;

import java.util.Optional;

/** What somebody sees who follows a link. */
final class Pages {

    private static final String PAGE =
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%1$s</title><style>body{font:1.2rem/1.5 system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem}
            button{font:inherit;padding:.5rem 1rem}</style>
            <h1>%1$s</h1><p>%2$s</p>%3$s<p><small>This is a fake Zoom, for trying Bearhug without an account.</small></p></html>
            """;

    private static final String LEAVE =
            "<form method=\"post\"><input type=\"hidden\" name=\"user\" value=\"%s\"><button>Leave</button></form>";

    private final MeetingBook book;
    private final Visits visits;

    Pages(MeetingBook book, Visits visits) {
        this.book = book;
        this.visits = visits;
    }

    Reply answer(Call call) {
        Optional<Meeting> meeting = meeting(call);
        if (meeting.isEmpty()) {
            return page(404, "There is no such meeting", "The link is wrong or not valid any more.", "");
        }
        if (call.path().startsWith("/s/")) {
            return page(200, "You are the host", "The class can begin.", "");
        }
        if (call.method().equals("POST")) {
            visits.leaves(call.form().getOrDefault("user", ""));
            return page(200, "You have left the class", "See you next time.", "");
        }
        String key = call.query().get("tk");
        String leave = key == null ? "" : LEAVE.formatted(visits.comes(meeting.get(), key));
        return page(200, "You are in the class", "Make yourselves comfortable.", leave);
    }

    private Optional<Meeting> meeting(Call call) {
        String[] parts = call.path().split("/");
        boolean named = parts.length == 3 && parts[1].matches("[js]") && parts[2].matches("\\d{1,18}");
        return named ? book.find(Long.parseLong(parts[2])).filter(meeting -> admits(meeting, call)) : Optional.empty();
    }

    private static boolean admits(Meeting meeting, Call call) {
        String key = call.query().get("tk");
        return key == null
                || meeting.registrants.values().stream()
                        .anyMatch(each -> each.id().equals(key));
    }

    private static Reply page(int status, String title, String words, String more) {
        return Reply.html(status, PAGE.formatted(title, words, more));
    }
}
