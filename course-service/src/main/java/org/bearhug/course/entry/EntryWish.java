package org.bearhug.course.entry;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.UUID;
import org.bearhug.course.course.Line;
import org.bearhug.course.course.NewCourse;
import org.bearhug.course.schedule.AgeWeeks;
import org.bearhug.course.schedule.IanaTimeZone;
import org.bearhug.course.schedule.Money;
import org.bearhug.course.schedule.SingleClass;
import org.bearhug.kit.Refusal;

/**
 * A class as it is to be. What is absent is to be absent.
 *
 * @param courseId the course, or else {@code externalCourseId}
 * @param externalCourseId what the integration calls the course
 * @param course to be written under that id if there is none yet; it changes none that is there
 * @param title if it is not to be the course's
 */
record EntryWish(
        UUID courseId,
        @ExternalId String externalCourseId,
        @Valid NewCourse course,
        @Line @Size(max = 120) String title,
        @NotNull @JsonFormat(lenient = OptBoolean.FALSE) LocalDateTime start,
        @NotNull @IanaTimeZone String timeZone,
        @NotNull @Min(10) @Max(240) Integer durationMinutes,
        @NotNull @Min(1) @Max(500) Integer capacity,
        @NotNull @Valid Money price,
        @NotNull @Valid AgeWeeks ageWeeks,
        @NotNull @Valid WishedMeeting meeting) {

    EntryWish {
        title = title == null ? null : title.strip();
    }

    /**
     * What of it is the schedule's.
     *
     * @throws Refusal 400 unless it names one course
     */
    SingleClass singleClass() {
        requireOneCourse();
        return new SingleClass(
                title, start, timeZone, durationMinutes, capacity, price, ageWeeks, meeting.kind(), meeting.callLink());
    }

    private void requireOneCourse() {
        if ((courseId == null) == (externalCourseId == null)) {
            throw Refusal.invalid("#/courseId", "Say either courseId or externalCourseId.");
        }
        if (courseId != null && course != null) {
            throw Refusal.invalid("#/course", "A course with a courseId is there already.");
        }
    }

    /** The same with the words of a course that is not there yet. */
    EntryWish with(NewCourse words) {
        return new EntryWish(
                courseId,
                externalCourseId,
                words,
                title,
                start,
                timeZone,
                durationMinutes,
                capacity,
                price,
                ageWeeks,
                meeting);
    }
}
