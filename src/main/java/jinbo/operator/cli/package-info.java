/**
 * The command line. picocli parses a command, which then opens the home or calls the running {@code serve}, and returns
 * an exit code. The main class is here. This package uses no SQL, OpenPGP, CSV or Spring Batch.
 */
@NullMarked
package jinbo.operator.cli;

import org.jspecify.annotations.NullMarked;
