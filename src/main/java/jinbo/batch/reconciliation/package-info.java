/** Verifies the rules between all records, from inbound files to list entries and the access log. */
@NamedInterface("reconciliation")
@NullMarked
package jinbo.batch.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
