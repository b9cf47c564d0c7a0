package org.bearhug.fakezoom;

/** What somebody sees who follows a link. */
final class Pages {

    private static final String PAGE =
            """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%1$s</title><style>body{font:1.2rem/1.5 system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem}</style>
            <h1>%1$s</h1><p>%2$s</p><p><small>This is a fake Zoom, for trying Bearhug without an account.</small></p></html>
            """;

    private Pages() {}

    static Reply answer(Call call, MeetingBook book) {
        String[] parts = call.path().split("/");
        boolean known = parts.length == 3
                && parts[1].matches("[js]")
                && parts[2].matches("\\d{1,18}")
                && book.find(Long.parseLong(parts[2]))
                        .filter(meeting -> admits(meeting, call))
                        .isPresent();
        if (!known) {
            return Reply.html(
                    404, PAGE.formatted("There is no such meeting", "The link is wrong or not valid any more."));
        }
        return parts[1].equals("s")
                ? Reply.html(200, PAGE.formatted("You are the host", "The class can begin."))
                : Reply.html(200, PAGE.formatted("You are in the class", "Make yourselves comfortable."));
    }

    private static boolean admits(Meeting meeting, Call call) {
        String key = call.query().get("tk");
        return key == null
                || meeting.registrants.values().stream()
                        .anyMatch(each -> each.id().equals(key));
    }
}
