package jinbo.story.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import jinbo.accesslog.CheckLog;
import jinbo.accesslog.LogEvidence;
import jinbo.accesslog.LogTree;
import jinbo.accesslog.verifier.VerificationOutcome;
import jinbo.accesslog.verifier.VerifyLog;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.Receipt;
import jinbo.platform.error.RecordedSentences;
import jinbo.platform.files.Sha256;
import jinbo.testing.ReceivedLists;
import jinbo.testing.TestExchange;

/** What is there in the end, against what the model says. */
final class ModelAssertions {

    /** Codes of whole files. */
    private static final Set<FindingCode> OF_FILES = EnumSet.of(
            FindingCode.ENVELOPE_INVALID,
            FindingCode.SIGNER_NOT_ACCEPTED,
            FindingCode.ALREADY_RECEIVED,
            FindingCode.TOO_MANY_REFUSED,
            FindingCode.REFUSED_BY_OPERATOR);

    private final Plan plan;
    private final Model model;
    private final TestExchange exchange;

    ModelAssertions(Plan plan, Model model, TestExchange exchange) {
        this.plan = plan;
        this.model = model;
        this.exchange = exchange;
    }

    /** Each thing that people had to be told was told when the next look was due, once. */
    void assertAlertsMatchModel(List<String> told) {
        same(model.told(), told);
    }

    /** Every upload has been answered, held ones twice, and nothing else has. */
    void assertReceiptsMatchModel() {
        List<String> receipts = new ArrayList<>();
        for (Plan.Member member : plan.members()) {
            exchange.listing(member.code(), "upload")
                    .forEach(name -> receipts.add(member.code() + " has not been asked for " + name));
            exchange.listing(member.code(), "download").stream()
                    .filter(name -> name.startsWith("receipt-"))
                    .map(name -> name + ": " + text(exchange.receipt(member.code(), name)))
                    .forEach(receipts::add);
        }
        same(model.receipts(), receipts);
    }

    private void same(List<String> expected, List<String> found) {
        List<String> difference = MultisetDifference.between(expected, found);
        assertThat(difference).as(plan.story(difference.toString())).isEmpty();
    }

    private static String text(Receipt receipt) {
        List<FindingCode> ofFile = receipt.tally().findings().keySet().stream()
                .filter(OF_FILES::contains)
                .toList();
        return receipt.status() + " " + receipt.tally().accepted() + " " + ofFile
                + receipt.effectiveOn().map(day -> " " + day).orElse("");
    }

    /** The lists that an insurer holds one after the other, as it opens and applies them. */
    void assertListsMatchModel(Plan.Member member) throws IOException {
        String story = plan.story(member.code());
        List<ModelInsurer.Given> given = model.lists(member.code());
        ReceivedLists lists = exchange.lists(member.code());
        List<Manifest> manifests = IntStream.rangeClosed(1, lists.names().size())
                .mapToObj(lists::manifest)
                .toList();
        same(
                given.stream()
                        .map(list -> member.code() + " " + list.on() + (list.whole() ? " full" : " delta"))
                        .toList(),
                manifests.stream()
                        .map(list -> member.code() + " " + SimulatedCalendar.dateOf(list.asOf()) + " "
                                + list.kind().code())
                        .toList());
        for (int i = 0; i < given.size(); i++) {
            if (i > 0) {
                Path before = exchange.drop(member.code(), "download")
                        .resolve(manifests.get(i - 1).listName().manifestName());
                assertThat(manifests.get(i).previousManifestSha256()).as(story).contains(sha256(before));
            }
            // each chain of deltas is applied once, at its end
            if (i + 1 == given.size() || given.get(i + 1).whole()) {
                assertThat(lists.whole(i + 1)).as(story).isEqualTo(given.get(i).rows());
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Sha256.of(bytes);
        }
    }

    /** Blocks equal registrations, sums agree, and every file is dealt with. */
    void assertRegistryVerifies() {
        exchange.assertRegistryAgrees();
        assertThat(exchange.sql()
                        .sql("select insurer || ' ' || remote_name from inbound_file where archived_as is null"
                                + " union all select insurer || ' ' || name from answer where delivered_at is null"
                                + " union all select insurer || ' ' || sequence from block_list where manifest_delivered_at is null"
                                + " union all select insurer || ' ' || remote_name from inbound_file"
                                + " group by insurer, remote_name having count(*) > 1")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** Purposes that no person has typed, and what runs have left undone. */
    void assertRecordsReadInChinese() {
        List<String> recorded = exchange.sql().sql("""
                select distinct purpose from access_log_entry where role in ('BATCH', 'SYSTEM', 'CONSUMER')
                union select distinct what from scheduled_run_left order by 1
                """).query(String.class).list();
        assertThat(recorded)
                .hasSizeGreaterThan(8)
                .allSatisfy(sentence -> assertThat(RecordedSentences.in(sentence, Locale.CHINESE))
                        .containsPattern("\\p{IsHan}"));
    }

    /** The access log is whole for an auditor who has nothing but its export and the key. */
    void assertAccessLogVerifies(Path folder) throws IOException {
        LogTree tree = exchange.bean(LogTree.class);
        Path key = Files.writeString(folder.resolve("log.vkey"), tree.verifierKey());
        Path kept = Files.writeString(folder.resolve("checkpoint"), tree.sign());
        Path export = folder.resolve("export");
        exchange.bean(LogEvidence.class).export(export);
        VerificationOutcome verificationOutcome = new VerifyLog(VerifyLog.USUAL_TOLERANCE, (done, total) -> {})
                .verify(key, export, List.of(kept), List.of());
        assertThat(verificationOutcome)
                .isInstanceOfSatisfying(
                        VerificationOutcome.Whole.class,
                        whole -> assertThat(whole.firstOpen())
                                .as("announced and without result")
                                .isEmpty());
        assertThat(exchange.bean(CheckLog.class).all(entries -> {})).isEmpty();
    }
}
