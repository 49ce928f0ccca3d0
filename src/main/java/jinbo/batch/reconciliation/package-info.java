/**
 * Verifies that all records agree with each other, from inbound files to list entries and the access log
 * ({@code registry verify}).
 */
@NamedInterface("reconciliation")
@NullMarked
package jinbo.batch.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
