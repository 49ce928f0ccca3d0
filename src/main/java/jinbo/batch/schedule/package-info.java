/**
 * Starts runs of the jobs when they are due by the rules of {@code jobs/*.yaml}, each once on one of the nodes that
 * share the database (by db-scheduler), retries and records them.
 */
@NamedInterface("schedule")
@NullMarked
package jinbo.batch.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
