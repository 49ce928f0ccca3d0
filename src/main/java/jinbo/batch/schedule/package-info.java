/**
 * Starts runs of jobs when they are due by the rules of {@code jobs/*.yaml}, and records and retries them. All nodes
 * that share the database take part (db-scheduler); each run starts on one of them.
 */
@NamedInterface("schedule")
@NullMarked
package jinbo.batch.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
