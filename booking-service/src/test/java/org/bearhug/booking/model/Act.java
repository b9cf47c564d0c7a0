package org.bearhug.booking.model;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** What can be done at a {@link Desk}. */
enum Act {
    HOLD((desk, step) -> desk.holds().hold(step.family(), step.option(), step.amount(), false)),
    HOLD_WITH_VOUCHER((desk, step) -> desk.holds().hold(step.family(), step.option(), null, true)),
    EXTEND(Desk.Made.HOLD, (desk, step) -> desk.holds().extend(step.nth())),
    LET_GO(Desk.Made.HOLD, (desk, step) -> desk.holds().letGo(step.nth())),
    BOOK_HELD(Desk.Made.HOLD, (desk, step) -> desk.holds().book(step.nth())),
    BOOK_HELD_WITH_PASS(Desk.Made.HOLD, (desk, step) -> desk.holds().bookWithPass(step.nth(), step.option())),
    BOOK((desk, step) -> desk.bookings().book(step.family(), step.option(), step.amount(), false)),
    BOOK_WITH_VOUCHER((desk, step) -> desk.bookings().book(step.family(), step.option(), null, true)),
    BOOK_WITH_PASS(Desk.Made.PASS, (desk, step) -> desk.bookings().bookWithPass(step.nth(), step.option())),
    MAKE_UP(Desk.Made.CREDIT, (desk, step) -> desk.bookings().makeUp(step.nth(), step.session())),
    LOOK_AT_BOOKING(Desk.Made.BOOKING, (desk, step) -> desk.bookings().look(step.nth())),
    CANCEL(Desk.Made.BOOKING, (desk, step) -> desk.bookings().cancel(step.nth())),
    MOVE(Desk.Made.BOOKING, (desk, step) -> desk.bookings().move(step.nth(), step.option() % 2)),
    ABSENT(Desk.Made.BOOKING, (desk, step) -> desk.bookings().absent(step.nth(), step.option())),
    JOIN((desk, step) -> desk.line().join(step.family(), List.of(step.option()))),
    JOIN_ANY((desk, step) -> desk.line().join(step.family(), List.of(step.option() % 2, 1 - step.option() % 2))),
    LOOK_AT_ENTRY(Desk.Made.ENTRY, (desk, step) -> desk.line().look(step.nth())),
    ACCEPT(Desk.Made.ENTRY, (desk, step) -> desk.line().accept(step.nth())),
    ACCEPT_WITH_VOUCHER(Desk.Made.ENTRY, (desk, step) -> desk.line().acceptWithVoucher(step.nth())),
    ACCEPT_WITH_PASS(Desk.Made.ENTRY, (desk, step) -> desk.line().acceptWithPass(step.nth(), step.option())),
    DECLINE(Desk.Made.ENTRY, (desk, step) -> desk.line().decline(step.nth())),
    LEAVE(Desk.Made.ENTRY, (desk, step) -> desk.line().leave(step.nth())),
    BUY_PASS((desk, step) -> desk.passes().buy(step.family(), Pass.Offer.values()[step.option() % 2])),
    PASS_PAID(Desk.Made.PASS, (desk, step) -> desk.passes().paid(step.nth())),
    RETURN_PASS(Desk.Made.PASS, (desk, step) -> desk.passes().giveBack(step.nth())),
    PASS_PAID_BACK(Desk.Made.PASS, (desk, step) -> desk.passes().paidBack(step.nth())),
    PAID(Desk.Made.BOOKING, (desk, step) -> desk.till().paid(step.nth(), 1 + 1300L * step.option())),
    PAID_BACK(Desk.Made.BOOKING, (desk, step) -> desk.till().paidBack(step.nth(), 1 + 400L * step.option())),
    DUES((desk, step) -> desk.till().dues()),
    PAY(Desk.Made.BOOKING, Act::pay),
    PAY_PASS(Desk.Made.PASS, Act::pay),
    COME_BACK(Desk.Made.BOOKING, Act::comeBack),
    COME_BACK_TO_PASS(Desk.Made.PASS, Act::comeBack),
    CHECK_OUT(Desk.Made.BOOKING, Act::checkOut),
    CHECK_OUT_PASS(Desk.Made.PASS, Act::checkOut),
    STRIPE_TELLS((desk, step) -> desk.stripe().tell()),
    LOSE_MESSAGES((desk, step) -> desk.stripe().lose()),
    SWEEP((desk, step) -> desk.stripe().sweep()),
    REFUND_AT_STRIPE(Desk.Made.BOOKING, Act::refundAtStripe),
    REFUND_PASS_AT_STRIPE(Desk.Made.PASS, Act::refundAtStripe),
    DISPUTE(Desk.Made.BOOKING, Act::dispute),
    DISPUTE_PASS(Desk.Made.PASS, Act::dispute),
    END_DISPUTE(Desk.Made.BOOKING, Act::endDispute),
    END_DISPUTE_OF_PASS(Desk.Made.PASS, Act::endDispute),
    CALL_OFF((desk, step) -> desk.teaching().callOff(House.sessions(step.option()))),
    RESIZE((desk, step) -> desk.teaching().resize(step.session(), step.seats())),
    PROMISE((desk, step) -> desk.teaching().promise(step.option() % 2, Policy.nth(step.nth()))),
    MARK(Desk.Made.BOOKING, (desk, step) -> desk.teaching().mark(step.nth(), step.option(), step.family() > 1)),
    BORN((desk, step) -> desk.teaching().born(step.family(), Desk.Born.values()[step.option() % 3])),
    LATER((desk, step) -> desk.later(step.jump())),
    TIDY((desk, step) -> desk.tidy());

    /** What may be done with Stripe at the same time and leaves no doubt about who was told of what. */
    private static final Set<Act> AT_ONCE =
            EnumSet.of(PAY, PAY_PASS, COME_BACK, COME_BACK_TO_PASS, CHECK_OUT, CHECK_OUT_PASS, STRIPE_TELLS, SWEEP);

    private final Desk.Made about;
    private final BiFunction<Desk, Step, String> deed;

    Act(BiFunction<Desk, Step, String> deed) {
        this(null, deed);
    }

    Act(Desk.Made about, BiFunction<Desk, Step, String> deed) {
        this.about = about;
        this.deed = deed;
    }

    /** As long as holds, pages, offers and blocks last, and a bit longer. */
    static List<Duration> jumps() {
        return List.of(
                Duration.ofMinutes(10),
                Duration.ofMinutes(15),
                Duration.ofMinutes(40),
                Duration.ofHours(6),
                Duration.ofHours(13),
                Duration.ofDays(3),
                Duration.ofDays(7));
    }

    /** What {@link Step#nth} counts here, or null. */
    Desk.Made about() {
        return about;
    }

    /** Whether there is nothing of it where nobody pays at Stripe. */
    boolean isOfStripe() {
        return compareTo(PAY) >= 0 && compareTo(END_DISPUTE_OF_PASS) <= 0;
    }

    /** Whether {@link Step#option} is one of the passes. */
    boolean picksPass() {
        return this == BOOK_HELD_WITH_PASS || this == ACCEPT_WITH_PASS;
    }

    /** Whether somebody pays on a page. */
    boolean isPaying() {
        return this == PAY || this == PAY_PASS;
    }

    /**
     * What is read in several looks is not read beside something else; nor is what happens to a whole house done twice at once.
     * Clocks of instances differ by seconds, not by hours as here: so beside a jump no capacity is agreed on, which is for a
     * minute, and nothing is accepted before it was offered.
     */
    boolean goesWith(Act other) {
        boolean apart = isOfStripe() && other.isOfStripe() && !(AT_ONCE.contains(this) && AT_ONCE.contains(other));
        boolean both =
                isOfTheHouse() && other.isOfTheHouse() && (this == other || this != CALL_OFF && other != CALL_OFF);
        boolean tooEarly = this == LATER && other.isAnAcceptance() || other == LATER && isAnAcceptance();
        return !apart && !both && !tooEarly && this != LOOK_AT_ENTRY && other != LOOK_AT_ENTRY;
    }

    private static String pay(Desk desk, Step step) {
        return desk.stripe().pay(step.act().about, step.nth());
    }

    private static String comeBack(Desk desk, Step step) {
        return desk.stripe().comeBack(step.act().about, step.nth());
    }

    private static String checkOut(Desk desk, Step step) {
        return desk.stripe().checkout(step.act().about, step.nth());
    }

    private static String refundAtStripe(Desk desk, Step step) {
        return desk.stripe().refund(step.act().about, step.nth(), 1 + 400L * step.option());
    }

    private static String dispute(Desk desk, Step step) {
        return desk.stripe().dispute(step.act().about, step.nth());
    }

    private static String endDispute(Desk desk, Step step) {
        return desk.stripe().endDispute(step.act().about, step.nth(), step.option() < 3);
    }

    private boolean isAnAcceptance() {
        return this == ACCEPT || this == ACCEPT_WITH_VOUCHER || this == ACCEPT_WITH_PASS;
    }

    private boolean isOfTheHouse() {
        return this == LATER || this == RESIZE || this == CALL_OFF;
    }

    String at(Desk desk, Step step) {
        return deed.apply(desk, step);
    }
}
