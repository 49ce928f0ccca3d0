/**
 * Whether all that the other packages have written agrees, from inbound files to list entries, and if not, which rule is
 * broken and where. May read everybody's tables and writes none; knows no OpenPGP and no way to mend anything.
 */
@NamedInterface("reconciliation")
@NullMarked
package jinbo.batch.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
