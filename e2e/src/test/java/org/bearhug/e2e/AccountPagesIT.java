package org.bearhug.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What people do with accounts of their own, and those who run the place with others'. */
class AccountPagesIT {

    @Test
    void a_passkey_is_added_and_logs_in_without_a_password() {
        Someone cara = Someone.carer();
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            authenticator(visit);
            visit.go("/account");
            visit.tap("Add this device");
            visit.page.locator("passkeys-part li").waitFor();
            visit.tap("Log out");
            visit.page.waitForURL(House.platform().door() + "/");

            visit.go("/login");
            visit.tap("Log in with a passkey");
            visit.page.waitForURL(House.platform().door() + "/");
            visit.go("/account");
            visit.reads(cara.email());
        }
    }

    /** A device that always says yes. */
    private static void authenticator(Visit visit) {
        CDPSession device = visit.context.newCDPSession(visit.page);
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (String can :
                new String[] {"hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation"
                }) {
            options.addProperty(can, true);
        }
        JsonObject added = new JsonObject();
        added.add("options", options);
        device.send("WebAuthn.enable");
        device.send("WebAuthn.addVirtualAuthenticator", added);
    }

    @Test
    void a_link_in_a_letter_logs_in_where_it_was_asked_for() {
        Someone cara = Someone.carer();
        try (Visit visit = Visit.on(Visit.Screen.PHONE)) {
            visit.go("/login");
            visit.fill("E-mail address", cara.email());
            visit.tap("Send me a link instead");
            visit.reads("A letter is on its way");
            visit.go("/magic-link?token=" + Newcomers.linkIn(cara.email(), "magic-link"));
            visit.tap("Log in");
            visit.sees("You are in");
            visit.go("/account");
            visit.reads(cara.email());
        }
    }

    @Test
    void what_one_agrees_to_is_kept_and_all_that_is_held_is_taken_along_and_erased() throws IOException {
        Someone cara = Someone.carer();
        cara.child("Mia", 10);
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            visit.go("/account");
            visit.field("Photos from classes may be shown").check();
            visit.page.locator("consents-part button").click();
            visit.reads("Saved.");
            visit.go("/account");
            assertThat(visit.field("Photos from classes may be shown").isChecked())
                    .isTrue();

            Download kept = visit.page.waitForDownload(() -> visit.tap("Save my data"));
            assertThat(wordsIn(kept.path())).contains(cara.email(), "Mia");

            visit.page.locator("farewell-part summary").click();
            visit.page.locator("erasure-part button").click();
            visit.tap("Erase my account");
            visit.reads("Nothing happens before you follow its link");
            visit.go("/erasure?token=" + Newcomers.linkIn(cara.email(), "erasure"));
            visit.tap("Yes, erase my account");
            visit.sees("We will do that");
        }
        await().until(() ->
                House.number("users", "SELECT count(*) FROM account WHERE email = '" + cara.email() + "'") == 0);
    }

    private static String wordsIn(Path zip) throws IOException {
        StringBuilder words = new StringBuilder();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                words.append(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return words.toString();
    }

    @Test
    void an_address_brings_the_classes_into_a_calendar_until_it_is_ended() {
        Teaching block = Teaching.publish(1, 5, Duration.ofDays(9));
        Someone cara = Someone.carer();
        cara.bookBlock(block.blockId(), cara.child("Mia", 10)).then().statusCode(201);
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(cara)) {
            visit.go("/my-classes");
            visit.tap("Make an address for it");
            visit.reads("shown once");
            String address = visit.page.locator("calendar-part code").innerText();
            assertThat(visit.link("Open in my calendar").getAttribute("href"))
                    .isEqualTo(address.replaceFirst("^https?:", "webcal:"));
            String calendar = House.platform().door() + URI.create(address).getPath();
            assertThat(given().get(calendar).then().statusCode(200).extract().asString())
                    .contains("Baby massage for beginners");

            visit.tap("End this address");
            visit.button("Make an address for it").waitFor();
            given().get(calendar).then().statusCode(404);
        }
    }

    @Test
    void an_admin_finds_somebody_locks_them_out_and_lets_them_in_again() {
        Someone omar = Someone.carer();
        try (Visit visit = Visit.on(Visit.Screen.DESKTOP).logIn("ada@demo.bearhug.example", "bearhug-demo-1")) {
            visit.go("/people");
            visit.fill("E-mail address begins with", omar.email());
            visit.tap("Search");
            visit.reads(omar.email());
            visit.tap("Lock out: Cara Lindqvist");
            visit.reads("cannot come in any more");
            visit.tap("Lock out");
            visit.reads("Locked out");
            logsIn(omar, 403);
            visit.tap("Let in again: Cara Lindqvist");
            visit.button("Lock out: Cara Lindqvist").waitFor();
            logsIn(omar, 200);
        }
    }

    @Test
    void an_instructor_who_is_new_publishes_once_an_admin_says_so() {
        Someone noor = Someone.instructor();
        isNew(noor);
        try (Visit visit = Visit.on(Visit.Screen.PHONE).logIn(noor);
                Visit ada = Visit.on(Visit.Screen.DESKTOP).logIn("ada@demo.bearhug.example", "bearhug-demo-1")) {
            String course = noor.asks()
                    .body(Map.of("title", "Songs", "topic", "music", "summary", "Songs and rhymes."))
                    .post("/api/courses/v1/courses")
                    .path("id");
            visit.go("/teach/courses/" + course);
            visit.tap("Publish the course");
            visit.reads("Somebody looks at new instructors first");

            ada.go("/people");
            ada.fill("E-mail address begins with", noor.email());
            ada.tap("Search");
            ada.reads("Waits for you");
            ada.tap("Let publish: Ines Ortega");
            ada.page.getByText("Waits for you").waitFor(gone());
            await().until(() -> House.number(
                            "courses", "SELECT count(*) FROM instructor WHERE approved AND id = '" + idOf(noor) + "'")
                    == 1);

            visit.tap("Publish the course");
            visit.reads("Published");
        }
    }

    /** As if the platform looked at each instructor first, which this one does not. */
    private static void isNew(Someone instructor) {
        await().until(() ->
                House.number("courses", "SELECT count(*) FROM instructor WHERE id = '" + idOf(instructor) + "'") == 1);
        House.change("users", "UPDATE account SET approved = false WHERE id = '" + idOf(instructor) + "'");
        House.change("courses", "UPDATE instructor SET approved = false WHERE id = '" + idOf(instructor) + "'");
    }

    private static String idOf(Someone someone) {
        return someone.asks().get("/api/users/v1/me").path("id");
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    private static void logsIn(Someone someone, int status) {
        Someone.nobody()
                .body(Map.of("email", someone.email(), "password", Someone.PASSWORD))
                .post("/api/users/v1/login")
                .then()
                .statusCode(status);
    }
}
