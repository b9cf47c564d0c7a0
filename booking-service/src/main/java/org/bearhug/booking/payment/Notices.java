package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.letters.LetterKind;
import org.bearhug.booking.letters.Letters;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** What carers and instructors are written about money. */
@ApplicationScoped
class Notices {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);

    private static final Map<Purchase.Kind, String> CARERS_PAGES =
            Map.of(Purchase.Kind.BOOKING, "/my-classes", Purchase.Kind.PASS, "/passes");
    private static final String INSTRUCTORS_PAGE = "/teach";

    @Inject
    Session database;

    @Inject
    Letters letters;

    @Inject
    Families families;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    void toCarer(LetterKind kind, Payment payment) {
        letters.write(kind, payment.carerId, wordsToCarer(payment));
    }

    void notPaid(Payment payment) {
        toCarer(
                switch (payment.purchase().kind()) {
                    case BOOKING -> LetterKind.NOT_PAID;
                    case PASS -> LetterKind.PASS_NOT_PAID;
                },
                payment);
    }

    void paidTooLate(Payment payment) {
        toCarer(
                switch (payment.purchase().kind()) {
                    case BOOKING -> LetterKind.PAID_TOO_LATE;
                    case PASS -> LetterKind.PASS_PAID_TOO_LATE;
                },
                payment);
    }

    void toInstructor(LetterKind kind, Payment payment) {
        letters.write(kind, payment.instructorId, words(payment, payment.instructorId, INSTRUCTORS_PAGE));
    }

    /** With the instructor's own words on how to pay. */
    void due(LetterKind kind, Payment payment, Money owed, String howToPay) {
        Map<String, String> words = wordsToCarer(payment);
        words.put("sum", owed.text());
        words.put("howToPay", howToPay == null ? "Your instructor will tell you how to pay." : howToPay);
        letters.write(kind, payment.carerId, words);
    }

    /** Asks the instructor to pay back by hand what did not come by Stripe. */
    void payBack(Purchase purchase, Money sum) {
        Bought bought = Bought.of(database, purchase);
        if (bought.instructor() != null) {
            Map<String, String> words = new HashMap<>(Map.of("title", bought.title(), "sum", sum.text()));
            words.put("link", publicUrl + INSTRUCTORS_PAGE);
            letters.write(
                    switch (purchase.kind()) {
                        case BOOKING -> LetterKind.PAY_BACK;
                        case PASS -> LetterKind.PASS_RETURNED;
                    },
                    bought.instructor(),
                    words);
        }
    }

    private Map<String, String> wordsToCarer(Payment payment) {
        return words(
                payment, payment.carerId, CARERS_PAGES.get(payment.purchase().kind()));
    }

    private Map<String, String> words(Payment payment, UUID reader, String page) {
        Map<String, String> words = new HashMap<>();
        words.put("title", Bought.of(database, payment.purchase()).title());
        words.put("sum", payment.sum().text());
        words.put("day", day(payment.until, families.zone(reader).orElse(ZoneOffset.UTC)));
        words.put("link", publicUrl + page);
        return words;
    }

    private static String day(Instant time, ZoneId zone) {
        return DAY.format(LocalDate.ofInstant(time, zone));
    }
}
