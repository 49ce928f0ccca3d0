/**
 * What an insurer's upload says, validated: clear text comes in as a stream, is read once, and leaves as rows to ingest or as findings with place
 * and reason. Knows no drop, no OpenPGP, no database and no job; called by {@code batch.collect}.
 */
@NullMarked
package jinbo.batch.validation;

import org.jspecify.annotations.NullMarked;
