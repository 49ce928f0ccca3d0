package jinbo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jinbo.testing.FailureTable;
import jinbo.testing.TestExchange;

/** What the database and the drops of an exchange hold, counted against what was put in. */
public final class ExchangeContent {

    private static final List<String> INSURERS = List.of("YUNHE", "CHANGQING", "BEIDOU");

    private final TestExchange exchange;
    private final Map<String, Integer> rowsOfUploads = new HashMap<>();

    public ExchangeContent(TestExchange exchange) {
        this.exchange = exchange;
    }

    /** An insurer has put an upload on its drop, all rows sound. */
    public void uploaded(String name, int rows) {
        rowsOfUploads.put(name, rows);
    }

    /** Files under a final name whose bytes are not the recorded ones. */
    long halfVisible() {
        return INSURERS.stream().mapToLong(this::halfVisible).sum();
    }

    long halfVisible(String insurer) {
        Map<String, String> recorded = recorded(insurer);
        return exchange.listing(insurer, "download").stream()
                .filter(name -> !name.endsWith(".part"))
                .filter(name -> !sha256Of(insurer, name).equals(recorded.get(name)))
                .count();
    }

    /** Uploads, rows, answers or lists that should be there and are not. */
    long lost() {
        long lost = 0;
        for (String insurer : INSURERS) {
            lost += exchange.listing(insurer, "upload").size();
            Set<String> missing = new TreeSet<>(recorded(insurer).keySet());
            missing.removeAll(exchange.listing(insurer, "download"));
            lost += missing.size();
        }
        Map<String, Long> registrations = registrations();
        Map<String, Long> answers = answers();
        for (Map.Entry<String, Integer> upload : rowsOfUploads.entrySet()) {
            lost += Math.max(0, upload.getValue() - registrations.getOrDefault(upload.getKey(), 0L));
            lost += Math.max(0, 2 - answers.getOrDefault(upload.getKey(), 0L));
        }
        lost += count("select count(*) from answer where delivered_at is null");
        lost += count("select count(*) from inbound_file where archived_as is null or finished_answer < 1");
        lost += count(
                "select count(*) from block_list where list_delivered_at is null or manifest_delivered_at is null");
        return lost
                + count("select coalesce(sum(last - lists), 0) from (select max(sequence) as last, count(*) as lists"
                        + " from block_list group by insurer) as sequences");
    }

    /** Rows, answers or lists that are there more than once. */
    long doubled() {
        long doubled = 0;
        Map<String, Long> registrations = registrations();
        Map<String, Long> answers = answers();
        for (Map.Entry<String, Integer> upload : rowsOfUploads.entrySet()) {
            doubled += Math.max(0, registrations.getOrDefault(upload.getKey(), 0L) - upload.getValue());
            doubled += Math.max(0, answers.getOrDefault(upload.getKey(), 0L) - 2);
        }
        for (String insurer : INSURERS) {
            Set<String> unrecorded = new TreeSet<>(exchange.listing(insurer, "download"));
            unrecorded.removeAll(recorded(insurer).keySet());
            doubled += unrecorded.size();
        }
        doubled += count(
                "select coalesce(sum(n - 1), 0) from (select count(*) as n from inbound_file group by insurer, remote_name) f");
        doubled += count("select count(*) - count(distinct inbound_file) from registration_batch");
        return doubled
                + count("select count(*) - count(distinct intent) from access_log_entry"
                        + " where phase = 'RESULT' and outcome not like 'FAILED%'");
    }

    /** Records the counts under a fault, and fails unless they are zero. */
    public void intoTable(String where, String fault, int restarts, long halfVisibleBefore) {
        FailureTable.row(where, fault, restarts, lost(), doubled(), halfVisibleBefore + halfVisible());
    }

    /** How many there are of each upload; of one that has none there is no number. */
    private Map<String, Long> registrations() {
        return counts("select f.remote_name, count(*) from registration r join registration_batch b on b.id = r.batch"
                + " join inbound_file f on f.id = b.inbound_file group by f.remote_name");
    }

    /** How many there are to each upload; to one that has none there is no number. */
    private Map<String, Long> answers() {
        return counts("select f.remote_name, count(*) from answer a join inbound_file f on f.id = a.inbound_file"
                + " group by f.remote_name");
    }

    private Map<String, Long> counts(String query) {
        Map<String, Long> counts = new HashMap<>();
        exchange.sql().sql(query).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private long count(String query) {
        return exchange.sql().sql(query).query(Long.class).single();
    }

    private Map<String, String> recorded(String insurer) {
        Map<String, String> recorded = new HashMap<>();
        exchange.sql()
                .sql("select name, sha256 from answer where insurer = :insurer union all"
                        + " select 'blocklist-' || insurer || '-' || lpad(sequence::text, 8, '0') || '-' || kind || '.csv.pgp',"
                        + " sha256 from block_list where insurer = :insurer union all"
                        + " select 'blocklist-' || insurer || '-' || lpad(sequence::text, 8, '0') || '.manifest.json.pgp',"
                        + " manifest_sha256 from block_list where insurer = :insurer")
                .param("insurer", insurer)
                .query(row -> {
                    recorded.put(row.getString(1), row.getString(2));
                });
        return recorded;
    }

    private String sha256Of(String insurer, String name) {
        try {
            return UploadCsv.sha256(
                    Files.readAllBytes(exchange.drop(insurer, "download").resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
