/**
 * The job {@code collect-uploads}: a file from a drop is fetched, ingested, answered, delivered and archived, one execution a file. The
 * text of an upload becomes rows, and each row something to ingest or a finding with its place and reason.
 */
@NamedInterface("collect")
@NullMarked
package jinbo.batch.collect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
