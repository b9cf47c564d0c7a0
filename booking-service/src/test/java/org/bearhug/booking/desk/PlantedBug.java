package org.bearhug.booking.desk;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.bearhug.testing.Sql;

/** A desk that forgets to count a hold that was extended: run by {@link DeskModelTest}, which expects it to be found. */
class PlantedBug extends DeskProperties {

    /** The last day on which it showed, which is the shortest when the search is over. */
    static volatile List<Step> shortest;

    // Not bounded: that would search on in a thread of its own, beside the next tests.
    @Property(shrinking = ShrinkingMode.FULL)
    void is_found(@ForAll("days") List<Step> day) {
        try {
            check(day, Forgetful::new);
        } catch (AssertionError found) {
            shortest = day;
            throw found;
        }
    }

    private static final class Forgetful extends RealDesk {
        private final Sql sql;

        Forgetful(Sql sql) {
            super(sql);
            this.sql = sql;
        }

        @Override
        public String extend(int hold) {
            String answer = super.extend(hold);
            if (answer.equals("ok")) {
                sql.change(
                        """
                        UPDATE seats SET held = held - 1
                         WHERE session_id IN (SELECT session_id FROM held_seat WHERE hold_id = ?) AND held > 0""",
                        hold(hold));
            }
            return answer;
        }
    }
}
