package org.bearhug.fakezoom;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that the fake remembers of meetings. Its clock is the machine's until it is told another time. */
final class MeetingBook {

    /** Creates and updates of one host in one day of UTC. */
    static final int DAILY = 100;

    private static final int LONGEST_PAGE = 300;

    private final String address;
    private final Map<Long, Meeting> meetings = new LinkedHashMap<>();
    private final Map<String, Integer> spent = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Set<String> withoutRegistration = new HashSet<>();
    private long nextId = 81_000_000_000L;
    private Instant now;
    private int pageSize = LONGEST_PAGE;
    private int nights;
    private int owed;
    private String webhookAddress = "";
    private String webhookSecret = "";

    MeetingBook(String address) {
        this.address = address;
    }

    synchronized Instant now() {
        return now == null ? Instant.now() : now;
    }

    synchronized void setClock(Instant instant) {
        now = instant;
    }

    /** The most that one page of a list holds. */
    synchronized int pageSize() {
        return pageSize;
    }

    synchronized void setPageSize(int size) {
        pageSize = size;
    }

    /** Whether a user's plan lets people register; at first it does. */
    synchronized boolean hasRegistration(String user) {
        return !withoutRegistration.contains(user);
    }

    synchronized void setRegistration(String user, boolean has) {
        if (has) {
            withoutRegistration.remove(user);
        } else {
            withoutRegistration.add(user);
        }
    }

    synchronized void note(Call call) {
        calls.add(call.line());
    }

    synchronized void noteFault(Call call, Fault fault) {
        calls.add(call.line() + " " + fault);
    }

    /** So many more calls will be done when nobody expects it any more. */
    synchronized void owe(int calls) {
        owed += calls;
    }

    synchronized int owed() {
        return owed;
    }

    synchronized void noteUnheard(String event) {
        calls.add(event + " UNHEARD");
    }

    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    synchronized Map<String, Integer> spent() {
        return Map.copyOf(spent);
    }

    synchronized List<Meeting> all() {
        return List.copyOf(meetings.values());
    }

    synchronized Optional<Meeting> find(long id) {
        return Optional.ofNullable(meetings.get(id));
    }

    synchronized Meeting get(long id, int codeWhenGone) {
        return find(id).orElseThrow(
                        () -> new Reply.Refused(Reply.error(404, codeWhenGone, "Meeting does not exist: " + id + ".")));
    }

    synchronized Meeting add(String host, JsonNode fields) {
        spend(host);
        Meeting meeting = new Meeting(nextId++, host, address, fields, now());
        meetings.put(meeting.id, meeting);
        return meeting;
    }

    synchronized void change(Meeting meeting, JsonNode fields) {
        spend(meeting.host);
        fields.properties().forEach(field -> {
            boolean past = field.getKey().equals("start_time")
                    && Instant.parse(field.getValue().asText()).isBefore(now());
            if (!past) {
                meeting.fields.set(field.getKey(), field.getValue());
            }
        });
    }

    private void spend(String host) {
        String today = host + " " + LocalDate.ofInstant(now(), ZoneOffset.UTC).plusDays(nights);
        if (spent.getOrDefault(today, 0) >= DAILY) {
            calls.add(host + " OVERSPENT");
            throw new Reply.Refused(dailyLimit());
        }
        spent.merge(today, 1, Integer::sum);
    }

    /** Counts anew, as at midnight. */
    synchronized void endDay() {
        nights++;
    }

    synchronized Reply dailyLimit() {
        return Reply.error(
                        429,
                        429,
                        "You have reached the maximum daily rate limit for this API. Refer to the response header.")
                .with("Retry-After", LocalDate.ofInstant(now(), ZoneOffset.UTC).plusDays(1) + "T00:00:00Z");
    }

    synchronized void remove(long id) {
        get(id, 3001);
        meetings.remove(id);
    }

    synchronized void webhooks(String to, String secret) {
        webhookAddress = to;
        webhookSecret = secret;
    }

    synchronized String webhookAddress() {
        return webhookAddress;
    }

    synchronized String webhookSecret() {
        return webhookSecret;
    }

    synchronized void reset() {
        meetings.clear();
        spent.clear();
        calls.clear();
        withoutRegistration.clear();
        now = null;
        nights = 0;
        pageSize = LONGEST_PAGE;
    }
}
