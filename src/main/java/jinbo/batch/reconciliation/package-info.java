/** Verifies that all records agree, from uploads to entries of lists and the access log ({@code registry verify}). */
@NamedInterface("reconciliation")
@NullMarked
package jinbo.batch.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
