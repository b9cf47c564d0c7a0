package org.bearhug.booking.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.bearhug.booking.calendar.CarersClasses.CalendarClass;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Classes as an iCalendar (RFC 5545). Times are wall times with their zone, which comes along, so that a class stays at
 * its hour when the clocks change; of a zone that the library does not know they are in UTC.
 */
@ApplicationScoped
class ClassCalendar {

    private static final int LONGEST_LINE = 75;
    private static final String AGAIN_IN = "PT1H";

    static {
        // The library's other cache needs one that we do not have.
        System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
    }

    private final TimeZoneRegistry zones = TimeZoneRegistryFactory.getInstance().createRegistry();

    private final URI home;

    /** With links into the web client at this address, whose page of classes has the way into each call. */
    ClassCalendar(@ConfigProperty(name = "bearhug.public-url") URI home) {
        this.home = home;
    }

    String of(List<CalendarClass> classes) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Bearhug//Classes//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "Bearhug"));
        calendar.add(new XProperty("REFRESH-INTERVAL;VALUE=DURATION", AGAIN_IN));
        calendar.add(new XProperty("X-PUBLISHED-TTL", AGAIN_IN));
        zonesOf(classes).forEach(zone -> calendar.add(zones.getTimeZone(zone).getVTimeZone()));
        classes.forEach(each -> calendar.add(event(each)));
        return folded(calendar.toString());
    }

    private Set<String> zonesOf(List<CalendarClass> classes) {
        return classes.stream()
                .map(each -> each.start().getZone().getId())
                .filter(zone -> zones.getTimeZone(zone) != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private VEvent event(CalendarClass each) {
        VEvent event = new VEvent(false);
        event.add(new Uid("session-" + each.sessionId() + "@" + home.getHost()));
        event.add(new DtStamp(each.changedAt()));
        addTimes(event, each.start(), each.start().plus(each.length()));
        event.add(new Summary(each.title()));
        event.add(new Location("Online"));
        event.add(new Url(home.resolve("/my-classes")));
        event.add(new Sequence((int) Math.min(Integer.MAX_VALUE, each.sequence())));
        event.add(new Status(each.held() ? Status.VALUE_CONFIRMED : Status.VALUE_CANCELLED));
        return event;
    }

    private void addTimes(VEvent event, ZonedDateTime start, ZonedDateTime end) {
        TimeZone zone = zones.getTimeZone(start.getZone().getId());
        if (zone == null) {
            event.add(new DtStart<>(start.toInstant()));
            event.add(new DtEnd<>(end.toInstant()));
        } else {
            // Of a time with its zone the library would show what the clock says by its own reading of the zone's
            // rules.
            ParameterList there = new ParameterList(List.of(new TzId(zone.getID())));
            event.add(new DtStart<>(there, start.toLocalDateTime()));
            event.add(new DtEnd<>(there, end.toLocalDateTime()));
        }
    }

    /** Lines of 75 bytes at most: the library counts letters, and would cut some of them in two. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / 50);
        int bytes = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            int size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (letter == '\r' || letter == '\n') {
                bytes = 0;
            } else if (bytes + size > LONGEST_LINE) {
                folded.append("\r\n ");
                bytes = 1 + size;
            } else {
                bytes += size;
            }
            folded.appendCodePoint(letter);
            at += Character.charCount(letter);
        }
        return folded.toString();
    }
}
