/**
 * All records come in, from inbound files to list entries and the access log; the rules that do not hold, each with
 * its place, go out. It may read every table, writes none, and repairs nothing. Each run asks it about what it
 * touched, and the command {@code registry verify} about everything.
 */
@NamedInterface("reconciliation")
@NullMarked
package jinbo.batch.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
