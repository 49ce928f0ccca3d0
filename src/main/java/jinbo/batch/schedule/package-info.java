/**
 * The rules of {@code jobs/*.yaml} come in; due runs go out, each begun once by one of the nodes that share the
 * database (db-scheduler), repeated after a failure, and recorded. What a job does is not known here. {@code serve}
 * starts it; command line, console, metrics and alerts read its records.
 */
@NamedInterface("schedule")
@NullMarked
package jinbo.batch.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
