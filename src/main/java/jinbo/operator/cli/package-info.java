/**
 * What a person types comes in; a command of picocli is read, the home is opened, or the running {@code serve} asked, and an
 * exit code goes out. The main class is here, so nothing calls it. It knows no SQL, no OpenPGP packet, no CSV row and no Batch
 * job.
 */
@NullMarked
package jinbo.operator.cli;

import org.jspecify.annotations.NullMarked;
