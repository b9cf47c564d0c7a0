package org.bearhug.course.entry;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.bearhug.course.schedule.SessionView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a batch, item by item in the order of the request.
 *
 * @param dryRun whether this is only what would come of it
 * @param zoom what it costs of the daily number of meetings that Zoom makes and changes
 */
record BatchView(
        boolean dryRun, int created, int changed, int unchanged, int failed, ZoomCost zoom, List<Result> items) {

    static BatchView of(boolean dryRun, List<Result> results, ZoomCost zoom) {
        return new BatchView(
                dryRun,
                count(results, Outcome.CREATED),
                count(results, Outcome.CHANGED),
                count(results, Outcome.UNCHANGED),
                count(results, null),
                zoom,
                results);
    }

    private static int count(List<Result> results, Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /**
     * What came of one item: an outcome or a problem.
     *
     * @param session absent in a dry run
     * @param problem what a PUT of it would be answered with; its pointers are those of that PUT
     * @param retryAfter in seconds, when the same item may succeed later
     */
    record Result(
            String externalId,
            Outcome outcome,
            SessionView session,
            @Schema(implementation = Object.class) HttpProblem problem,
            Integer retryAfter) {

        static Result of(WrittenEntry written, boolean dryRun) {
            return new Result(written.externalId(), written.outcome(), dryRun ? null : written.session(), null, null);
        }

        static Result of(String externalId, ItemProblems.ItemProblem problem) {
            return new Result(externalId, null, null, problem.document(), problem.retryAfter());
        }
    }
}
