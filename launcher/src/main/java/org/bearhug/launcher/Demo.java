package org.bearhug.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * People, courses and bookings to look at, made through the public API alone. Each step looks first whether it was done,
 * so that a start which is cut off is completed by the next; then never again, lest what a person deletes comes back.
 */
record Demo(Ports ports, Home home, boolean zoom, Consumer<String> say) {

    void make() {
        if (Files.exists(home.demoMade())) {
            return;
        }
        say.accept("Inviting the demo people …");
        try {
            invite();
            Files.writeString(home.demoMade(), "");
        } catch (DemoApi.DemoFailure failure) {
            say.accept("The demo is not complete: " + failure.getMessage() + ". The next start goes on with it.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void invite() {
        Map<DemoPeople, DemoApi> people = new EnumMap<>(DemoPeople.class);
        DemoLogin login = DemoLogin.at(ports);
        for (DemoPeople person : DemoPeople.values()) {
            people.put(person, login.as(person));
        }
        DemoFamily cara = new DemoFamily(people.get(DemoPeople.CARA));
        String liv = cara.child("Liv", 12);
        String emil = cara.child("Emil", 60);
        DemoFamily omar = new DemoFamily(people.get(DemoPeople.OMAR));
        String sami = omar.child("Sami", 7);

        JsonNode massage = teach(people, DemoProgramme.MASSAGE);
        JsonNode yoga = teach(people, DemoProgramme.YOGA);
        JsonNode taster = teach(people, DemoProgramme.TASTER);

        cara.book("blockId", massage.path("id").asText(), liv);
        cara.book("sessionId", yoga.path("sessions").path(0).path("id").asText(), emil);
        omar.book("blockId", massage.path("id").asText(), sami);
        omar.book("blockId", taster.path("id").asText(), sami);
    }

    private JsonNode teach(Map<DemoPeople, DemoApi> people, DemoCourse course) {
        return new DemoTeaching(people.get(course.instructor()), course, zoom).settle();
    }
}
