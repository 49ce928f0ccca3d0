package jinbo.batch.collect;

import jinbo.exchange.format.FileKind;

interface FileIngester {

    FileKind kind();

    /**
     * Opens a file, judges it and lets it have its effect, in the caller's transaction. Of a file that is refused or held
     * nothing may be left but what {@link IngestResult} says.
     */
    IngestResult ingest(IngestContext ingestContext);
}
