/**
 * The job {@code collect-uploads}: files come in from {@code upload/} of each drop and are fetched, ingested, answered
 * and archived, one execution a file. Out go registrations, findings, outcomes and receipts. Schedule, command line,
 * console and demo may call it.
 */
@NamedInterface("collect")
@NullMarked
package jinbo.batch.collect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
