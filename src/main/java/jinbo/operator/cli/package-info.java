/**
 * What an operator typed comes in; answers as text in English or Chinese, or as JSON, and an exit code go out. It
 * knows no SQL, no OpenPGP packet, no CSV row and no Batch job, only what the areas below offer. The main class is
 * here, so nothing calls it; it hands the console a way to run commands.
 */
@NullMarked
package jinbo.operator.cli;

import org.jspecify.annotations.NullMarked;
