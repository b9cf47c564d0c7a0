package org.bearhug.fakezoom;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that the fake remembers of meetings. Its clock is the machine's until it is told another time. */
final class MeetingBook {

    private static final int LONGEST_PAGE = 300;

    private final String address;
    private final Map<Long, Meeting> meetings = new LinkedHashMap<>();
    private final CallLog log = new CallLog();
    private final DailyLimit daily = new DailyLimit();
    private final Set<String> withoutRegistration = new HashSet<>();
    private long nextId = 81_000_000_000L;
    private Instant now;
    private int pageSize = LONGEST_PAGE;

    MeetingBook(String address) {
        this.address = address;
    }

    CallLog log() {
        return log;
    }

    DailyLimit daily() {
        return daily;
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
        if (!daily.spend(host, now())) {
            log.noteOverspent(host);
            throw new Reply.Refused(daily.refusal(now()));
        }
    }

    synchronized void remove(long id) {
        get(id, 3001);
        meetings.remove(id);
    }

    synchronized void reset() {
        meetings.clear();
        daily.forget();
        log.forget();
        withoutRegistration.clear();
        now = null;
        pageSize = LONGEST_PAGE;
    }
}
