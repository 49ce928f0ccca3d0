package jinbo.peer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jinbo.testing.FailureTable;
import jinbo.testing.TestExchange;

/** Counts, after a fault and the runs that followed, what one insurer lost, got twice, or could have seen half done. */
final class DeliveryIntegrityCheck {

    private final TestExchange exchange;
    private final String insurer;

    DeliveryIntegrityCheck(TestExchange exchange, String insurer) {
        this.exchange = exchange;
        this.insurer = insurer;
    }

    /** Enters the counts into the table of faults, which takes nothing but zeros. */
    void row(String where, String fault, int restarts) {
        FailureTable.row(where, fault, restarts, lost(), doubled(), halfVisible());
        exchange.assertRegistryAgrees();
    }

    /** What is in {@code download/} under a final name and is not, byte for byte, what was recorded. */
    long halfVisible() {
        Map<String, String> recorded = recorded();
        return delivered().stream()
                .filter(name -> !exchange.sha256Of(insurer, name).equals(recorded.get(name)))
                .count();
    }

    /** Uploads without both answers, answers and lists that are not there, and sequences that were left out. */
    private long lost() {
        Set<String> missing = new TreeSet<>(recorded().keySet());
        missing.removeAll(delivered());
        return missing.size()
                + exchange.listing(insurer, "upload").size()
                + count("select count(*) from inbound_file f where insurer = ? and (select count(*) from answer a"
                        + " where a.inbound_file = f.id and delivered_at is not null) < 2")
                + count("select coalesce(max(sequence), 0) - count(*) from block_list where insurer = ?");
    }

    /** Uploads that were ingested twice. */
    private long doubled() {
        return count("select count(*) - count(distinct inbound_file) from registration_batch b join inbound_file f"
                        + " on f.id = b.inbound_file where f.insurer = ?")
                + count("select count(*) - count(distinct remote_name) from inbound_file where insurer = ?");
    }

    private long count(String query) {
        return exchange.sql().sql(query).param(insurer).query(Long.class).single();
    }

    private List<String> delivered() {
        return exchange.listing(insurer, "download").stream()
                .filter(name -> !name.endsWith(".part") && !name.startsWith("."))
                .toList();
    }

    private Map<String, String> recorded() {
        Map<String, String> recorded = new TreeMap<>();
        exchange.sql().sql("""
                        select name, sha256 from answer where insurer = ?
                        union all
                        select 'blocklist-' || insurer || '-' || lpad(sequence::text, 8, '0') || '-' || kind || '.csv.pgp', sha256
                        from block_list where insurer = ?
                        union all
                        select 'blocklist-' || insurer || '-' || lpad(sequence::text, 8, '0') || '.manifest.json.pgp',
                               manifest_sha256
                        from block_list where insurer = ?
                        """).params(insurer, insurer, insurer).query(row -> {
            recorded.put(row.getString(1), row.getString(2));
        });
        return recorded;
    }
}
