/**
 * When jobs run: reads the rules from {@code jobs/*.yaml}, finds what is due, has each due run begun once by one of the nodes
 * that share the database (db-scheduler), tries again what failed, and keeps a record of every run. What a job does is not its
 * business.
 */
@NamedInterface("schedule")
@NullMarked
package jinbo.batch.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
