package org.bearhug.booking.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.bearhug.testing.Race;

/** The desk of the service itself: of one of its instances, each of which does the next step. */
final class RealDesk implements Desk {

    private final RealCourse course;
    private final List<Instance> instances;
    private final PlayedStripe stripe;
    private final int where;
    private final boolean ahead;
    private final Before before;
    private final Things things;
    private Instant now = OPENS;

    RealDesk(RealCourse course, List<Instance> instances, PlayedStripe stripe) {
        this.course = course;
        this.instances = instances;
        this.stripe = stripe;
        this.where = 0;
        this.ahead = false;
        this.before = Before.NOTHING;
        this.things = new Things();
        course.passes.forEach(pass -> things.add(Made.PASS, new Things.Thing(pass, made(Made.PASS))));
        String address = course.house().online() ? stripe.address() : "none";
        instances.forEach(instance -> instance.order(Instance.Order.TILL, address));
        if (course.house().online()) {
            stripe.reset();
        }
        clocks();
    }

    /** @param ahead whether the clock of one instance moves, and that of the other does not yet */
    private RealDesk(RealDesk other, int where, boolean ahead, Before before) {
        this.course = other.course;
        this.instances = other.instances;
        this.stripe = other.stripe;
        this.where = where % instances.size();
        this.ahead = ahead;
        this.before = before;
        this.now = other.now;
        this.things = other.things.copy();
    }

    /**
     * Does them at once, each with an eye only on what was there before; what they make is named in this order.
     *
     * @param then what happens before whoever is next is offered what is free
     */
    List<String> at(Moment moment, BiConsumer<RealDesk, List<String>> then) {
        List<Step> steps = moment.steps();
        boolean ahead = steps.size() > 1 && moment.isAJump();
        List<Before> before = Before.each(steps, this, stripe);
        List<RealDesk> wings = IntStream.range(0, steps.size())
                .mapToObj(nth -> new RealDesk(this, steps.get(nth).where(), ahead, before.get(nth)))
                .toList();
        List<String> answers = steps.size() == 1
                ? List.of(steps.get(0).at(wings.get(0)))
                : Race.of(steps.size(), nth -> () -> steps.get(nth).at(wings.get(nth)));
        wings.forEach(this::takeOver);
        if (steps.size() > 1) {
            things.sort(Made.ENTRY, course::nth);
        }
        if (ahead) {
            clocks();
        }
        then.accept(this, answers);
        if (steps.size() > 1 && steps.stream().anyMatch(step -> step.act() == Act.CALL_OFF)) {
            order(Instance.Order.CLOSE, "all");
        }
        wings.forEach(wing -> wing.order(Instance.Order.MATCH, course.id().toString()));
        return answers;
    }

    private void takeOver(RealDesk wing) {
        now = wing.now.isAfter(now) ? wing.now : now;
        things.takeOver(wing.things);
    }

    State state() {
        return course.state(things.ids(Made.BOOKING), things.ids(Made.ENTRY), things.ids(Made.PASS), now);
    }

    /** What must never be, whatever was done; empty when all is well. */
    List<String> broken() {
        return course.broken(now);
    }

    /** What has come by Stripe and did not go back, by its own books and by ours. */
    List<Long> takings() {
        return List.of(stripe.takings(), course.takings());
    }

    RealCourse course() {
        return course;
    }

    void order(Instance.Order order, String about) {
        instances.get(where).order(order, about);
    }

    Things.Thing thing(Made what, int nth) {
        return things.get(what, nth);
    }

    /** One of this family's passes; for the last choice, another family's. */
    int passFor(int family, int choice) {
        List<Integer> own = things.of(Made.PASS, family);
        return choice == 5 ? (family + 1) % FAMILIES : own.get(choice % own.size());
    }

    Before before() {
        return before;
    }

    URI address() {
        return instances.get(where).address();
    }

    Wire carer(int family) {
        return as(course.carer(family).token());
    }

    Wire instructor() {
        return as(course.instructor().token());
    }

    Wire as(String token) {
        return new Wire(address(), token);
    }

    /**
     * Posts it under a new key. The second instance's answer was lost on its way: it is asked for again under the same key
     * at the first one, where it must be the same.
     */
    Wire.Reply post(Wire wire, String path, Map<String, ?> body) {
        String key = UUID.randomUUID().toString();
        Wire.Reply reply = wire.post(path, key, body);
        if (where > 0 && !ahead && reply.status() < 300) {
            Wire.Reply again = new Wire(instances.get(0).address(), wire.token()).post(path, key, body);
            if (!isSame(reply, again)) {
                throw new AssertionError("the same key got another answer: " + reply + " and then " + again);
            }
        }
        return reply;
    }

    /** A booking that is being paid is shown as it stands at the time. */
    private boolean isSame(Wire.Reply reply, Wire.Reply again) {
        return course.house().online()
                ? again.status() == reply.status()
                        && again.body().path("id").equals(reply.body().path("id"))
                : again.equals(reply);
    }

    /** The answer, with the price; what was made has a number from now on. */
    String made(Made what, int family, Wire.Reply reply) {
        note(what, family, reply);
        return reply.said("/price/amount");
    }

    void note(Made what, int family, Wire.Reply reply) {
        if (reply.status() < 300) {
            things.add(what, new Things.Thing(reply.id(), family));
        }
    }

    @Override
    public Holds holds() {
        return new RealHolds(this);
    }

    @Override
    public Bookings bookings() {
        return new RealBookings(this);
    }

    @Override
    public Line line() {
        return new RealLine(this);
    }

    @Override
    public Passes passes() {
        return new RealPasses(this);
    }

    @Override
    public Till till() {
        return new RealTill(this);
    }

    @Override
    public Stripe stripe() {
        return new RealStripe(this, stripe);
    }

    @Override
    public Teaching teaching() {
        return new RealTeaching(this);
    }

    @Override
    public String later(Duration time) {
        now = now.plus(time);
        if (ahead) {
            order(Instance.Order.AT, now.toString());
            tidy();
        } else {
            clocks();
        }
        return "ok";
    }

    private void clocks() {
        instances.forEach(instance -> instance.order(Instance.Order.AT, now.toString()));
        if (course.house().online()) {
            stripe.at(now);
        }
    }

    @Override
    public String tidy() {
        order(Instance.Order.TIDY, "all");
        return "ok";
    }

    @Override
    public int made(Made what) {
        return things.count(what);
    }
}
