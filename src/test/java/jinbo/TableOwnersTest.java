package jinbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each table is read and written by one package; the others ask that package. Batch's own tables belong to Batch, and {@code scheduled_tasks} to db-scheduler. */
class TableOwnersTest {

    private static final Set<String> PEOPLE = Set.of(
            "person",
            "person_agreement",
            "person_revocation",
            "person_password",
            "request",
            "request_file",
            "request_decision",
            "request_result",
            "request_number",
            "request_about_number",
            "operation_signature");

    /** No source names them, because no role but their owner's touches them: {@code V7__consumers.sql} has the functions. */
    private static final Set<String> BY_FUNCTIONS = Set.of("portal_request", "portal_response");

    private static final Map<String, Set<String>> TABLES = Map.ofEntries(
            Map.entry("reference/business", Set.of("business_line")),
            Map.entry("reference/calendar", Set.of("calendar_version", "calendar_day")),
            Map.entry(
                    "consumer",
                    Set.of(
                            "code_challenge",
                            "number_proof",
                            "consumer_registration",
                            "reminder",
                            "visitor_count",
                            "visitors_turned_away")),
            Map.entry("consumer/messaging", Set.of("gateway_failing")),
            Map.entry("reference/phone", Set.of("segment_version", "segment")),
            Map.entry(
                    "accesslog",
                    Set.of(
                            "access_log_entry",
                            "access_log_head",
                            "access_log_open",
                            "access_log_pending",
                            "access_log_place",
                            "access_log_tile",
                            "access_log_checkpoint",
                            "access_log_alarm",
                            "access_log_acceptance",
                            "destroyed_subject_key")),
            Map.entry(
                    "participant/insurer",
                    Set.of(
                            "insurer",
                            "insurer_certificate",
                            "certificate_revocation",
                            "offered_certificate",
                            "offered_certificate_decision",
                            "insurer_standing",
                            "insurer_line",
                            "sales_unit")),
            Map.entry(
                    "registry/inbound",
                    Set.of(
                            "inbound_file",
                            "inbound_fetch",
                            "inbound_fetch_next",
                            "held_decision",
                            "finding",
                            "finding_page",
                            "answer",
                            "reingested")),
            Map.entry("exchange/keys", Set.of("certificate_announcement")),
            Map.entry("batch/recovery", Set.of("recovery", "lost_file")),
            Map.entry("participant/staff", PEOPLE),
            Map.entry(
                    "registry",
                    Set.of(
                            "registry_head",
                            "registration_batch",
                            "registration",
                            "registration_page",
                            "registration_row",
                            "block",
                            "block_page",
                            "last_consumer_registration",
                            "withdrawal",
                            "withdrawal_request",
                            "registration_scope",
                            "block_scope",
                            "erasure")),
            Map.entry(
                    "registry/blocklist",
                    Set.of(
                            "publication",
                            "block_list",
                            "block_list_gap",
                            "withheld_list",
                            "acknowledgement",
                            "acknowledgement_unit",
                            "resync_request")),
            Map.entry(
                    "cases",
                    Set.of(
                            "call_case",
                            "call_case_event",
                            "call_case_number",
                            "call_case_supplement",
                            "call_case_message",
                            "call_case_erasure",
                            "call_case_party",
                            "call_case_answer",
                            "call_case_decision",
                            "call_case_open",
                            "case_file",
                            "case_notice",
                            "case_unnotified_day",
                            "newest_case_event",
                            "newest_case_party",
                            "newest_case_decision")),
            Map.entry("cases/sanction", Set.of("sanction", "sanction_case", "sanction_event", "newest_sanction_event")),
            Map.entry("operator/alert", Set.of("alert_occurrence", "alert_notified")),
            Map.entry("batch/schedule", Set.of("scheduled_run", "scheduled_run_left")),
            Map.entry("consumer/portal/remote", BY_FUNCTIONS),
            Map.entry("batch", Set.of("insurer_lease", "run_progress")));

    /** Prove sums over everybody's tables, and chart them, and so read them all. */
    private static final List<String> READ_ALL = List.of("batch/reconciliation", "operator/metrics/Chart.java");

    /** Its inner packages count its rows and say which sanctions follow from them. */
    private static final String WITH_INNER_PACKAGES = "cases";

    private static final Path SOURCES = Path.of("src/main/java/jinbo");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"\\R(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join|into|update|table|copy)\\s+(\\w+)|^(\\w+) \\(\\w+(?:, \\w+)*\\)$");
    private static final Pattern WRITES = Pattern.compile(
            "(?i)\\b(?:insert|update|delete|merge|truncate|copy|create|alter|drop|lock|nextval|setval)\\b|\\bfor (?:share|update)\\b");
    private static final Pattern CREATED_OR_DROPPED = Pattern.compile(
            "(?i)\\bcreate (?:(?:unlogged )?table (?:if not exists )?|view )(\\w+)|\\bdrop table (\\w+)");

    @Test
    void everyPackageReadsAndWritesItsOwnTablesOnly() throws IOException {
        assertThat(strangers()).isEmpty();
    }

    @Test
    void packagesThatReadAllTablesWriteNone() throws IOException {
        for (String folder : READ_ALL) {
            for (Path source : filesBelow(SOURCES.resolve(folder), ".java")) {
                if (source.endsWith("package-info.java")) {
                    // it names packages, one of them drop
                    continue;
                }
                assertThat(words(LITERAL, Files.readString(source)))
                        .as(source.toString())
                        .noneMatch(literal -> WRITES.matcher(literal).find());
            }
        }
    }

    @Test
    void everyTableHasAnOwner() throws IOException {
        Set<String> standing = new TreeSet<>();
        List<Path> migrations = filesBelow(MIGRATIONS, ".sql").stream()
                .sorted(Comparator.comparingInt(TableOwnersTest::version))
                .toList();
        for (Path migration : migrations) {
            for (MatchResult change : CREATED_OR_DROPPED
                    .matcher(Files.readString(migration))
                    .results()
                    .toList()) {
                if (change.group(1) == null) {
                    standing.remove(change.group(2));
                } else if (!change.group(1).startsWith("BATCH_")
                        && !change.group(1).startsWith("scheduled_tasks")) {
                    standing.add(change.group(1));
                }
            }
        }

        assertThat(owners().keySet()).isEqualTo(standing);
    }

    @Test
    void everyOwnerIsSeenAtItsTables() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Path source : filesBelow(SOURCES, ".java")) {
            seen.addAll(tablesIn(Files.readString(source)));
        }

        Set<String> named = new TreeSet<>(owners().keySet());
        named.removeAll(BY_FUNCTIONS);
        assertThat(seen).containsAll(named).doesNotContainAnyElementsOf(BY_FUNCTIONS);
    }

    private static Set<String> strangers() throws IOException {
        Set<String> strangers = new TreeSet<>();
        for (Path source : filesBelow(SOURCES, ".java")) {
            Path inside = SOURCES.relativize(source);
            for (String table : tablesIn(Files.readString(source))) {
                String owner = owners().get(table);
                if (owner != null && !mayUse(inside, owner)) {
                    strangers.add(inside.toString().replace('\\', '/') + " reads " + table);
                }
            }
        }
        return strangers;
    }

    private static boolean mayUse(Path source, String owner) {
        Path folder = source.getParent();
        return folder.equals(Path.of(owner))
                || READ_ALL.stream().anyMatch(source::startsWith)
                || owner.equals(WITH_INNER_PACKAGES) && folder.startsWith(owner);
    }

    private static Set<String> tablesIn(String source) {
        Set<String> tables = new TreeSet<>();
        for (String literal : words(LITERAL, source)) {
            tables.addAll(words(TABLE, literal));
        }
        return tables;
    }

    private static Map<String, String> owners() {
        Map<String, String> owners = new TreeMap<>();
        TABLES.forEach((owner, tables) -> tables.forEach(table -> owners.put(table, owner)));
        return owners;
    }

    private static List<String> words(Pattern pattern, String text) {
        List<String> words = new ArrayList<>();
        for (MatchResult found : pattern.matcher(text).results().toList()) {
            words.add(found.group(1) != null || found.groupCount() == 1 ? found.group(1) : found.group(2));
        }
        return words;
    }

    /** Of a migration; those that run whenever they change come last. */
    private static int version(Path migration) {
        String name = migration.getFileName().toString();
        return name.startsWith("V") ? Integer.parseInt(name.substring(1, name.indexOf("__"))) : Integer.MAX_VALUE;
    }

    private static List<Path> filesBelow(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
