package org.bearhug.course.course;

import java.util.UUID;
import org.bearhug.kit.Caller;

/**
 * Who looks at a course or what belongs to it.
 *
 * @param teacher the account that may own courses, absent for everybody else
 */
public record Viewer(UUID teacher, boolean admin) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** As the token says; without one, somebody who sees what everybody sees. */
    public static Viewer of(Caller caller) {
        boolean teaches = caller.is("instructor") || caller.is("classes:write");
        return new Viewer(teaches ? caller.accountId() : null, caller.is("admin"));
    }

    /** As a query asks for it: an id that no account has, for who owns no courses. */
    public UUID teacherOrNobody() {
        return teacher == null ? NOBODY : teacher;
    }

    /** Whether nothing is shown to this one that is not shown to all. */
    public boolean seesWhatAllSee() {
        return teacher == null && !admin;
    }

    /** Whether what this instructor has not published is shown. */
    public boolean seesDraftsOf(UUID instructorId) {
        return admin || instructorId.equals(teacher);
    }
}
