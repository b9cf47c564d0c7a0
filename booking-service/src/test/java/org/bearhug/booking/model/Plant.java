package org.bearhug.booking.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bearhug.testing.Sql;

/** Bugs that are planted into the desk, to see whether they are found. */
enum Plant {
    NOTHING(0) {
        @Override
        void spoil(Sql sql, UUID id) {
            // all is well
        }
    },
    /** What was held longer is free for others all the same. */
    FORGETS_AN_EXTENDED_HOLD(4, Act.EXTEND) {
        @Override
        void spoil(Sql sql, UUID hold) {
            sql.change(
                    """
                    UPDATE seats SET held = held - 1
                     WHERE session_id IN (SELECT session_id FROM held_seat WHERE hold_id = ?) AND held > 0""",
                    hold);
        }
    },
    /** What was held is taken, and once more. */
    TAKES_TWICE(4, Act.BOOK_HELD) {
        @Override
        void spoil(Sql sql, UUID booking) {
            sql.change(
                    """
                    UPDATE seats SET taken = taken + 1, capacity = greatest(capacity, taken + held + offered + 1)
                     WHERE session_id IN (SELECT session_id FROM place WHERE booking_id = ?)""",
                    booking);
        }
    },
    /** Nobody gets the seat of a child that will not come. */
    GIVES_NOTHING_BACK(5, Act.ABSENT) {
        @Override
        void spoil(Sql sql, UUID credit) {
            sql.change(
                    """
                    UPDATE seats SET taken = taken + 1
                     WHERE session_id = (SELECT p.session_id FROM place p JOIN make_up_credit c ON c.place_id = p.id
                                          WHERE c.id = ?) AND taken + held + offered < capacity""",
                    credit);
        }
    },
    /** A penny too much comes back. */
    REFUNDS_TOO_MUCH(5, Act.CANCEL) {
        @Override
        void spoil(Sql sql, UUID booking) {
            sql.change(
                    """
                    INSERT INTO money_entry (booking_id, kind, amount, currency, reason, entered_at)
                    SELECT booking_id, 'CREDIT', -1, currency, 'planted', now()
                      FROM money_entry WHERE booking_id = ? AND kind = 'CREDIT'""",
                    booking);
        }
    },
    /** What was booked with a pass and given up is used of it all the same. */
    GIVES_NO_UNIT_BACK(4, Act.CANCEL) {
        @Override
        void spoil(Sql sql, UUID booking) {
            sql.change(
                    """
                    UPDATE pass SET used = used + 1
                     WHERE id = (SELECT pass_id FROM pass_use WHERE booking_id = ?) AND used < units""",
                    booking);
        }
    },
    /** A pass that was given back is to be paid all the same. */
    CHARGES_WHAT_WENT_BACK(4, Act.RETURN_PASS) {
        @Override
        void spoil(Sql sql, UUID pass) {
            sql.change(
                    """
                    INSERT INTO money_entry (pass_id, kind, amount, currency, reason, entered_at)
                    SELECT pass_id, 'CHARGE', -amount, currency, 'planted', now()
                      FROM money_entry WHERE pass_id = ? AND kind = 'CREDIT'""",
                    pass);
        }
    },
    /** What is promised now counts for what was agreed on before, too. */
    CHANGES_THE_PAST(5, Act.PROMISE) {
        @Override
        void spoil(Sql sql, UUID block) {
            sql.change(
                    """
                    UPDATE booking b
                       SET full_until_days = c.full_until_days, part_until_days = c.part_until_days,
                           part_percent = c.part_percent
                      FROM class_block c
                     WHERE c.id = ? AND b.block_id = c.id""",
                    block);
        }
    },
    /** Whoever comes back from the page has paid twice. */
    TAKES_MONEY_TWICE(5, Act.COME_BACK) {
        @Override
        void spoil(Sql sql, UUID booking) {
            sql.change(
                    """
                    INSERT INTO money_entry (booking_id, kind, amount, currency, reason, entered_at)
                    SELECT booking_id, kind, amount, currency, 'planted', now()
                      FROM money_entry WHERE booking_id = ? AND reason = 'paid-online'""",
                    booking);
        }
    },
    /** What was paid and is not owed does not go back. */
    FORGETS_TO_GIVE_BACK(5, Act.CANCEL) {
        @Override
        void spoil(Sql sql, UUID booking) {
            sql.change("UPDATE refund SET state = 'FAILED' WHERE booking_id = ? AND state = 'WANTED'", booking);
        }
    },
    /** Whoever gives a pass back waits for the money for ever. */
    KEEPS_THE_MONEY_FOR_A_PASS(6, Act.RETURN_PASS) {
        @Override
        void spoil(Sql sql, UUID pass) {
            sql.change("UPDATE refund SET state = 'FAILED' WHERE pass_id = ? AND state = 'WANTED'", pass);
        }
    },
    /** A pass that was not paid in time is owed all the same. */
    CHARGES_FOR_WHAT_LAPSED(5, Act.COME_BACK_TO_PASS) {
        @Override
        void spoil(Sql sql, UUID pass) {
            sql.change(
                    """
                    INSERT INTO money_entry (pass_id, kind, amount, currency, reason, entered_at)
                    SELECT id, 'CHARGE', amount, currency, 'planted', now()
                      FROM pass WHERE id = ? AND lapsed_at IS NOT NULL""",
                    pass);
        }
    },
    /** What was called off is taken as before. */
    KEEPS_WHAT_IS_CALLED_OFF(4, Act.CALL_OFF) {
        @Override
        void spoil(Sql sql, UUID session) {
            sql.change(
                    """
                    UPDATE seats SET taken = taken + 1
                     WHERE session_id = ? AND EXISTS (SELECT FROM place p WHERE p.session_id = seats.session_id)""",
                    session);
        }
    },
    /** What is offered is offered for ever. */
    KEEPS_AN_OFFER(5, Act.LATER) {
        @Override
        void spoil(Sql sql, UUID course) {
            sql.change(
                    """
                    UPDATE waitlist_entry SET offer_expires_at = offer_expires_at + interval '1 year'
                     WHERE course_id = ? AND state = 'OFFERED'""",
                    course);
        }
    },
    /** Whoever joins overtakes whoever was last in line. */
    LETS_OVERTAKE(8, Act.JOIN) {
        @Override
        void spoil(Sql sql, UUID entry) {
            sql.change(
                    """
                    UPDATE waitlist_entry SET nth = DEFAULT
                     WHERE id = (SELECT e.id FROM waitlist_entry e JOIN waitlist_entry new USING (course_id)
                                  WHERE new.id = ? AND e.id <> new.id AND e.state = 'WAITING'
                                  ORDER BY e.nth DESC LIMIT 1)""",
                    entry);
        }
    };

    /** Those of which a day tells within seconds. */
    static final Set<Plant> QUICK = EnumSet.of(
            TAKES_TWICE,
            GIVES_NOTHING_BACK,
            REFUNDS_TOO_MUCH,
            GIVES_NO_UNIT_BACK,
            TAKES_MONEY_TWICE,
            CHARGES_FOR_WHAT_LAPSED,
            KEEPS_WHAT_IS_CALLED_OFF,
            KEEPS_AN_OFFER);

    private final int steps;
    private final Set<Act> acts;

    Plant(int steps, Act... acts) {
        this.steps = steps;
        this.acts = Set.of(acts);
    }

    abstract void spoil(Sql sql, UUID id);

    /** In how many steps it is told at most; the days begin with six and more. */
    int steps() {
        return steps;
    }

    /** Without which it does not show. */
    Set<Act> acts() {
        return acts;
    }

    /** After a step at the desk, before anybody looks. */
    void after(List<Step> steps, List<String> answers, RealDesk desk, Sql sql) {
        for (int nth = 0; nth < steps.size(); nth++) {
            Step step = steps.get(nth);
            if (acts.contains(step.act()) && answers.get(nth).startsWith("ok")) {
                spoil(sql, concerned(step, desk));
            }
        }
    }

    private static UUID concerned(Step step, RealDesk desk) {
        if (step.act() == Act.PROMISE) {
            return desk.course().block(step.option() % 2);
        }
        if (step.act() == Act.LATER) {
            return desk.course().id();
        }
        if (step.act() == Act.CALL_OFF) {
            return desk.course().sessions().get(House.sessions(step.option()).get(0));
        }
        Desk.Made what = made(step.act());
        return desk.thing(what, step.act().about() == what ? step.nth() : desk.made(what) - 1)
                .id();
    }

    private static Desk.Made made(Act act) {
        return switch (act) {
            case BOOK_HELD -> Desk.Made.BOOKING;
            case ABSENT -> Desk.Made.CREDIT;
            case JOIN -> Desk.Made.ENTRY;
            default -> act.about();
        };
    }
}
