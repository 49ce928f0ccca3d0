/**
 * The command line, with the main class. picocli parses a command. The command then opens the home or calls the running
 * {@code serve}, and returns an exit code. This package uses no SQL, OpenPGP, CSV or Spring Batch.
 */
@NullMarked
package jinbo.operator.cli;

import org.jspecify.annotations.NullMarked;
