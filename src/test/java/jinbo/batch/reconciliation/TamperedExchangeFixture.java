package jinbo.batch.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jinbo.accesslog.Actor;
import jinbo.batch.collect.HeldFiles;
import jinbo.consumer.CodeCheckOutcome;
import jinbo.consumer.CodeRequestOutcome;
import jinbo.consumer.ConsentText;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.Visitor;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.Resync;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.Reason;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import jinbo.registry.inbound.HeldDecision;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.testing.BlockRowWriter;
import jinbo.testing.DirectRegistrations;
import jinbo.testing.FindingRowWriter;
import jinbo.testing.RegistrationRowWriter;
import jinbo.testing.SettableClock;
import jinbo.testing.TestDatabase;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * An exchange with files and lists in every state, whose tables can be changed and restored. {@code {mixed}} in a
 * statement is the number of the file with that result.
 */
final class TamperedExchangeFixture implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "inbound_file",
            "held_decision",
            "finding_page",
            "answer",
            "registry_head",
            "registration_batch",
            "registration_page",
            "registration_row",
            "withdrawal_request",
            "withdrawal",
            "last_consumer_registration",
            "block_page",
            "erasure",
            "publication",
            "block_list",
            "business_line",
            "insurer_line",
            "registration_scope",
            "acknowledgement",
            "acknowledgement_unit",
            "resync_request",
            "sales_unit",
            "consumer_registration");
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("mixed", "complaints-YUNHE-20120921-001"),
            Map.entry("nil", "complaints-YUNHE-20120921-002"),
            Map.entry("held", "complaints-YUNHE-20120921-003"),
            Map.entry("corrected", "complaints-YUNHE-20120921-004"),
            Map.entry("sound", "complaints-BEIDOU-20120921-001"),
            Map.entry("released", "complaints-CHANGQING-20120921-001"),
            Map.entry("refused", "complaints-CHANGQING-20120921-002"),
            Map.entry("underway", "complaints-CHANGQING-20120924-003"),
            Map.entry("takenback", "withdrawals-YUNHE-20120925-001"),
            Map.entry("applied", "ack-CHANGQING-20120925-001"),
            Map.entry("other", "ack-BEIDOU-20120925-001"),
            Map.entry("asking", "resync-BEIDOU-20120925-001"));
    private static final Actor OPERATOR = new Actor("wang", "root");
    private static final long CORRECTED = 13810001701L;
    private static final long CHOSEN = 13810001711L;
    private static final String HEADER = "mobile,complaint,complained_on,scope,term\r\n";

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private final TestExchange exchange;
    private final JdbcTemplate sql;
    private final Map<String, Long> ids;
    private final List<InboundFile> files;
    private final List<SealedList> lists;

    TamperedExchangeFixture(Path home) {
        this.exchange = TestExchange.start(home, clock);
        this.sql = new JdbcTemplate(TestDatabase.keepingConnections(exchange.databaseUrl()));
        work();
        this.ids = FILES.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        file -> sql.queryForObject(
                                "select id from inbound_file where stem = ?", Long.class, file.getValue())));
        leaveOneUnderWay();
        this.files = sql.queryForList("select id from inbound_file order by id", Long.class).stream()
                .map(exchange.bean(InboundFiles.class)::get)
                .toList();
        this.lists = sql.query(
                "select insurer, sequence from block_list order by insurer, sequence",
                (row, number) -> exchange.bean(BlockLists.class)
                        .find(exchange.insurer(row.getString(1)).code(), row.getInt(2))
                        .orElseThrow());
        BlockRowWriter.makeWritable(JdbcClient.create(sql));
        RegistrationRowWriter.makeWritable(JdbcClient.create(sql));
        FindingRowWriter.makeWritable(JdbcClient.create(sql));
        sql.execute("alter table inbound_file drop constraint inbound_file_counts_every_row");
        TABLES.forEach(table -> sql.execute("create table good_" + table + " as select * from " + table));
    }

    void tamper(String statement) {
        String all = statement;
        for (Map.Entry<String, Long> file : ids.entrySet()) {
            all = all.replace("{" + file.getKey() + "}", file.getValue().toString());
        }
        sql.execute(all);
    }

    /** Restores all tables. */
    void undo() {
        sql.execute("set session_replication_role = replica;"
                + TABLES.stream()
                        .map(table -> "delete from " + table + "; insert into " + table
                                + " overriding system value select * from good_" + table + ";")
                        .collect(Collectors.joining())
                + "set session_replication_role = origin");
    }

    List<RuleResult> verify(VerifyRegistry.RederivedLists lists) {
        return exchange.bean(VerifyRegistry.class).verify(Actor.commandLine(), lists);
    }

    VerifyRunChanges touched() {
        return exchange.bean(VerifyRunChanges.class);
    }

    /** All files before any change. */
    List<InboundFile> files() {
        return files;
    }

    /** All lists before any change. */
    List<SealedList> lists() {
        return lists;
    }

    Path spool(String path) {
        String all = path;
        for (Map.Entry<String, Long> file : ids.entrySet()) {
            all = all.replace("{" + file.getKey() + "}", file.getValue().toString());
        }
        return exchange.home().resolve("spool").resolve(all);
    }

    JdbcTemplate sql() {
        return sql;
    }

    TestExchange exchange() {
        return exchange;
    }

    @Override
    public void close() {
        exchange.close();
    }

    private void work() {
        upload(
                "mixed",
                HEADER
                        + "13810001234,TELEMARKETING,2012-09-20,,\r\n"
                        + "13810001235,TELEMARKETING,2012-09-20,SELF,6M\r\n"
                        + "13810001234,TELEMARKETING,2012-09-20,SELF,1Y\r\n"
                        + "010-65551234,TELEMARKETING,2012-09-20,,5Y\r\n");
        upload("nil", HEADER);
        upload("held", mostlyBad(13810001301L));
        upload("sound", HEADER + "13810001401,TELEMARKETING,2012-09-20,,6M\r\n");
        upload("released", mostlyBad(13810001501L));
        upload("refused", mostlyBad(13810001601L));
        exchange.place("BEIDOU", "13810001234.pgp", new byte[] {1, 2, 3});
        upload(
                "corrected",
                HEADER
                        + IntStream.range(0, 6)
                                .mapToObj(i -> (CORRECTED + i) + ",TELEMARKETING,2012-09-20,,\r\n")
                                .collect(Collectors.joining()));
        exchange.collect();
        exchange.publish();
        clock.set("2012-09-24T09:00:00+08:00");
        exchange.bean(HeldFiles.class)
                .decide(FILES.get("released"), HeldDecision.Kind.RELEASE, new Reason("agreed"), OPERATOR);
        exchange.bean(HeldFiles.class)
                .decide(FILES.get("refused"), HeldDecision.Kind.REFUSE, new Reason("shifted"), OPERATOR);
        upload("underway", HEADER + "13810001235,TELEMARKETING,2012-09-20,,\r\n");
        exchange.collect();
        exchange.publish();
        clock.set("2012-09-25T09:00:00+08:00");
        consumersDecideAndInsurersTakeBack(exchange.registrations());
        exchange.publish();
        insurersSayWhatTheyHold();
    }

    /** One insurer acknowledges its first list with sales units; another requests a full list. */
    private void insurersSayWhatTheyHold() {
        UnitCode unit = new UnitCode("HAIDIAN-2");
        InsurerCode changqing = exchange.insurer("CHANGQING").code();
        exchange.bean(SalesUnits.class)
                .add(new SalesUnit(
                        changqing,
                        unit,
                        "Haidian Sales Centre",
                        SalesUnit.Kind.BRANCH,
                        Optional.of(LocalDate.of(2012, 1, 1)),
                        clock.instant(),
                        Optional.empty()));
        Manifest list =
                exchange.bean(BlockLists.class).find(changqing, 1).orElseThrow().manifest();
        upload(
                "applied",
                new Ack(changqing, 1, clock.instant(), list.entries(), list.listDigest(), List.of(unit)).toJson());
        InsurerCode beidou = exchange.insurer("BEIDOU").code();
        upload("other", new Ack(beidou, 1, clock.instant(), 7, "0".repeat(64), List.of()).toJson());
        upload("asking", new Resync(beidou, clock.instant(), "the digests differ").toJson());
        exchange.collect();
    }

    /** Changes five of the six numbers of an upload and registers another one. */
    private void consumersDecideAndInsurersTakeBack(DirectRegistrations registrations) {
        registrations.choose(CORRECTED, TestLines.LIFE, Term.SIX_MONTHS);
        registrations.choose(CORRECTED + 1, "CHANGQING", Term.ONE_YEAR);
        registrations.cancel(CORRECTED + 2);
        registrations.release(CORRECTED + 3);
        registrations.choose(CHOSEN, TestLines.PROPERTY, Term.TWO_YEARS);
        upload("takenback", "file,line,reason\r\n" + FILES.get("corrected") + ",6,another number\r\n");
        exchange.collect();
        say(
                CHOSEN + 1,
                new ConsumerChoice(TestLines.PROPERTY, Set.of(InsurerLine.parse("YUNHE/LIFE")), Term.SIX_MONTHS));
        say(CHOSEN + 2, new ConsumerChoice(Set.of(), Set.of(), Term.TWO_YEARS));
        registrations.succeed("CHANGQING", "YUNHE");
    }

    /** Registers a choice at the portal. */
    private void say(long number, ConsumerChoice choice) {
        ConsumerService service = exchange.bean(ConsumerService.class);
        CodeRequestOutcome.Sent sent = (CodeRequestOutcome.Sent)
                service.sendCode(Long.toString(number), Visitor.at("127.0.0.1"), Locale.ENGLISH);
        CodeCheckOutcome typed = service.verifyCode(sent.challenge(), sent.mobile(), lastCode());
        service.choose(
                ((CodeCheckOutcome.Right) typed).number(), choice, Optional.of(ConsentText.VERSION), UUID.randomUUID());
    }

    private String lastCode() {
        try {
            List<String> messages = Files.readAllLines(exchange.home().resolve("outbox/messages.jsonl"));
            return Pattern.compile("\\b[0-9]{6}\\b")
                    .matcher(JsonMapper.shared()
                            .readTree(messages.get(messages.size() - 1))
                            .path("text")
                            .asString())
                    .results()
                    .map(MatchResult::group)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As after a crash between the delivery of an answer and a manifest and their records. */
    private void leaveOneUnderWay() {
        String stem = FILES.get("underway");
        try {
            Path folder = Files.createDirectories(spool("inbound/{underway}"));
            for (String answer : List.of("outcome-" + stem + ".csv.pgp", "receipt-" + stem + ".json.pgp")) {
                Files.copy(exchange.drop("CHANGQING", "download").resolve(answer), folder.resolve(answer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tamper("update answer set delivered_at = null where inbound_file = {underway};"
                + "update inbound_file set finished_answer = 0, archived_as = null where id = {underway};"
                + "update block_list set manifest_delivered_at = null where insurer = 'CHANGQING' and sequence = 3");
    }

    private void upload(String file, String csv) {
        String stem = FILES.get(file);
        exchange.upload(stem.split("-")[1], stem + ".csv.pgp", csv);
    }

    private void upload(String file, byte[] json) {
        String stem = FILES.get(file);
        exchange.upload(stem.split("-")[1], stem + ".json.pgp", json);
    }

    private static String mostlyBad(long number) {
        return HEADER + number + ",TELEMARKETING,2012-09-20,,\r\n"
                + IntStream.range(0, 11)
                        .mapToObj(i -> "010-6555123" + i % 10 + ",TELEMARKETING,2012-09-20,,\r\n")
                        .collect(Collectors.joining());
    }
}
