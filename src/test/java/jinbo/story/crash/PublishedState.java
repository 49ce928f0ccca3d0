package jinbo.story.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jinbo.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What can be seen from outside and what is recorded at one moment, also while nobody works: it may only grow.
 *
 * @param onDrops SHA-256 of what lies in {@code download/} under final names, by insurer and name
 * @param recorded SHA-256 that the database has for what is to lie there
 * @param received when each file was received, by its name on the drop
 * @param registrations each registration with its dates
 */
record PublishedState(
        Map<String, String> onDrops,
        Map<String, String> recorded,
        Map<String, Instant> received,
        List<String> registrations) {

    private static final String MANIFEST = ".manifest.json.pgp";

    /** Looks; nothing is changed. What a killed process had sent to the database is waited for. */
    static PublishedState at(ExchangeTemplate exchange) {
        awaitThatNobodyElseIsConnected(TestDatabase.sql(exchange.databaseUrl()));
        return at(exchange.databaseUrl(), exchange.home());
    }

    /** Looks while the program may run. */
    static PublishedState at(String databaseUrl, Path home) {
        return at(TestDatabase.sql(databaseUrl), home);
    }

    /** Looks while the program may run. */
    static PublishedState at(JdbcClient sql, Path home) {
        Map<String, String> onDrops = new TreeMap<>();
        Path drops = home.resolve("drops");
        for (String insurer : FolderHashes.names(drops)) {
            FolderHashes.hashes(drops.resolve(insurer).resolve("download"))
                    .forEach((name, hash) -> onDrops.put(insurer + "/" + name, hash));
        }
        Map<String, String> recorded = new TreeMap<>();
        sql.sql("""
                select insurer || '/' || name as name, sha256 from answer
                union all
                select insurer || '/blocklist-' || insurer || '-' || to_char(sequence, 'fm00000000') || '-' || kind || '.csv.pgp',
                       sha256 from block_list
                union all
                select insurer || '/blocklist-' || insurer || '-' || to_char(sequence, 'fm00000000') || '.manifest.json.pgp',
                       manifest_sha256 from block_list
                """).query(row -> {
            recorded.put(row.getString("name"), row.getString("sha256"));
        });
        Map<String, Instant> received = new HashMap<>();
        sql.sql("select remote_name, received_at from inbound_file").query(row -> {
            received.put(row.getString(1), row.getTimestamp(2).toInstant());
        });
        List<String> registrations = sql.sql("""
                select f.stem || ' ' || r.line || ' ' || r.mobile || ' ' || b.registered_at || ' ' || r.effective_on || ' ' ||
                       r.expires_on || ' in revision ' || b.revision
                from registration r join registration_batch b on b.id = r.batch join inbound_file f on f.id = b.inbound_file
                """).query(String.class).list();
        return new PublishedState(onDrops, recorded, received, registrations);
    }

    private static void awaitThatNobodyElseIsConnected(JdbcClient sql) {
        String others =
                "select count(*) from pg_stat_activity where datname = current_database() and application_name <> ?";
        Awaitility.await("the end of the connections of a killed process")
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> sql.sql(others)
                                .param(TestDatabase.APPLICATION)
                                .query(Long.class)
                                .single()
                        == 0);
    }

    /** What lies under a final name and is not, or not yet, what it says: other bytes, or a manifest before its list. */
    List<String> halfVisible() {
        List<String> half = new ArrayList<>();
        onDrops.forEach((name, hash) -> {
            if (!hash.equals(recorded.get(name))) {
                half.add(name + " is not what is recorded");
            }
            boolean alone = name.endsWith(MANIFEST)
                    && onDrops.keySet().stream().noneMatch(other -> other.startsWith(name.replace(MANIFEST, "-")));
            if (alone) {
                half.add(name + " without its list");
            }
        });
        return half;
    }

    /** What is recorded and does not lie there. */
    List<String> undelivered() {
        return recorded.keySet().stream()
                .filter(name -> !onDrops.containsKey(name))
                .map(name -> name + " is not delivered")
                .toList();
    }

    /** What was there before and is there no more. */
    List<String> findLostSince(PublishedState before) {
        Set<String> now = Set.copyOf(registrations);
        List<String> lost = new ArrayList<>(before.registrations.stream()
                .filter(registration -> !now.contains(registration))
                .toList());
        before.recorded.keySet().stream()
                .filter(name -> !recorded.containsKey(name))
                .forEach(lost::add);
        before.onDrops.keySet().stream()
                .filter(name -> !onDrops.containsKey(name))
                .forEach(lost::add);
        return lost;
    }

    /** What was made a second time, with other bytes. */
    List<String> findRecreatedSince(PublishedState before) {
        List<String> again = new ArrayList<>();
        before.recorded.forEach((name, hash) -> {
            if (recorded.containsKey(name) && !hash.equals(recorded.get(name))) {
                again.add(name + " was recorded with other bytes before");
            }
        });
        before.onDrops.forEach((name, hash) -> {
            if (onDrops.containsKey(name) && !hash.equals(onDrops.get(name))) {
                again.add(name + " was delivered with other bytes before");
            }
        });
        return again;
    }
}
