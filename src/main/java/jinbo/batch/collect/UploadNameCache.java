package jinbo.batch.collect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.format.InboundFileName;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;

/**
 * Finds the complaint uploads that withdrawals name, and remembers those asked for last: row after row names the same file as a
 * rule, and a file that names a million others must not fill the memory.
 */
final class UploadNameCache {

    private static final int REMEMBERED = 1_000;

    private final InboundFiles inbound;
    private final Map<String, Optional<Long>> asked = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Long>> eldest) {
            return size() > REMEMBERED;
        }
    };

    UploadNameCache(InboundFiles inbound) {
        this.inbound = inbound;
    }

    /** The id of the upload of this stem of which a row was accepted, if there is one. */
    Optional<Long> accepted(String stem) {
        return asked.computeIfAbsent(
                stem,
                name -> InboundFileName.parseMentioned(name)
                        .flatMap(inbound::accepted)
                        .map(InboundFile::id));
    }
}
