package jinbo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.publish.PublishBlockLists;
import jinbo.batch.publish.PublishReport;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.net.FreePort;
import jinbo.registry.blocklist.WithheldLists;
import jinbo.registry.blocklist.WithheldLists.WithheldList;
import jinbo.testing.ReceivedLists;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListEligibilityIT {

    private static final LocalDate LONG_AGO = LocalDate.of(2012, 1, 1);

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private TestExchange exchange;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, clock);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void noAgreementNoListAndTheRefusalIsInTheAccessLog() {
        Steps steps = new Steps();
        steps.take(
                "an agreement begins tomorrow",
                () -> exchange.bean(Insurers.class)
                        .agree(new InsurerCode("YUNHE"), LONG_AGO, LocalDate.of(2012, 9, 22), clock.instant()));
        PublishReport report = steps.take("lists are published", () -> exchange.publish());
        steps.take("that insurer's list is withheld", () -> {
            assertThat(report.withheld()).singleElement().satisfies(remark -> {
                assertThat(remark.insurer()).hasToString("YUNHE");
                assertThat(remark.what()).contains("insurer agree YUNHE");
            });
            assertThat(report.everythingDelivered()).isTrue();
            assertThat(exchange.listing("YUNHE", "download")).isEmpty();
            assertThat(refusals("YUNHE")).isEqualTo(1);
        });
        steps.take("on the first day of the agreement it is delivered", () -> {
            clock.set("2012-09-22T00:00:00+08:00");
            assertThat(exchange.publish().withheld())
                    .as("on its first day the agreement holds")
                    .isEmpty();
            assertThat(exchange.listing("YUNHE", "download")).contains("blocklist-YUNHE-00000001-full.csv.pgp");
        });
    }

    @Test
    void nothingIsExchangedWithAnInsurerThatIsSuspended() {
        Steps steps = new Steps();
        steps.take(
                "an insurer is suspended",
                () -> exchange.bean(Insurers.class).suspend(new InsurerCode("YUNHE"), clock.instant()));
        String name = UploadCsv.name("YUNHE", "20120921", 1);
        steps.take(
                "it uploads", () -> exchange.upload("YUNHE", name, UploadCsv.complaints("2012-09-20", 13810001234L)));
        CollectReport collected = steps.take("uploads are collected", () -> exchange.collect());
        PublishReport published = steps.take("lists are published", () -> exchange.publish());
        steps.take("its upload stays where it is", () -> {
            assertThat(collected.problems()).isEmpty();
            assertThat(exchange.listing("YUNHE", "upload")).containsExactly(name);
        });
        steps.take("its list is withheld", () -> {
            assertThat(published.withheld())
                    .singleElement()
                    .satisfies(remark -> assertThat(remark.what()).contains("suspended"));
            assertThat(exchange.listing("YUNHE", "download")).isEmpty();
            assertThat(exchange.bean(WithheldLists.class).of(new InsurerCode("YUNHE")))
                    .extracting(WithheldList::reason)
                    .containsExactly(WithheldList.Reason.SUSPENDED);
        });
        steps.take("the others get theirs", () -> {
            assertThat(published.delivered()).hasSize(2);
            assertThat(exchange.bean(WithheldLists.class).of(new InsurerCode("CHANGQING")))
                    .isEmpty();
        });
    }

    @Test
    void anInsurerThatIsSuspendedWhileOthersAreWorkedForGetsNoListEither() {
        List<Insurer> asTheRunBegan = exchange.bean(Insurers.class).all();
        exchange.bean(Insurers.class).suspend(new InsurerCode("YUNHE"), clock.instant());

        PublishReport published = exchange.bean(PublishBlockLists.class).run(asTheRunBegan);

        assertThat(published.withheld())
                .singleElement()
                .satisfies(remark -> assertThat(remark.what()).contains("suspended"));
        assertThat(exchange.listing("YUNHE", "download")).isEmpty();
    }

    @Test
    void anInsurerThatJoinsLaterWaitsForItsCertificateAndThenGetsTheNumbersOfItsLine() {
        Steps steps = new Steps();
        steps.take("a number is blocked", () -> {
            exchange.upload(
                    "YUNHE", UploadCsv.name("YUNHE", "20120921", 1), UploadCsv.complaints("2012-09-20", 13810001234L));
            exchange.collect();
        });
        InsurerCode code = new InsurerCode("XINHE");
        steps.take("an insurer joins without a certificate", () -> {
            exchange.bean(Insurers.class)
                    .add(code, "新和人寿", TestLines.LIFE, new DropLocation.Embedded(Set.of()), clock.instant());
            exchange.bean(Insurers.class).agree(code, LONG_AGO, LONG_AGO, clock.instant());
        });
        PublishReport without = steps.take("lists are published", () -> exchange.publish());
        CollectReport collected = steps.take("uploads are collected", () -> exchange.collect());
        steps.take("both tell that its certificate is missing", () -> {
            assertThat(without.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.what()).contains("key add XINHE"));
            assertThat(collected.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.what()).contains("key add XINHE"));
        });
        steps.take("its certificate is added", () -> {
            SecretKeys keys = SecretKeys.generate("XINHE", clock.instant().minus(Duration.ofDays(1)));
            exchange.bean(PartnerCertificates.class)
                    .add(new InsurerCertificate(
                            code,
                            keys.certificate().fingerprint().value(),
                            keys.certificate().encoded(),
                            clock.instant()));
        });
        PublishReport with = steps.take("lists are published again", () -> exchange.publish());
        steps.take("it gets the numbers of its line", () -> {
            assertThat(with.problems()).isEmpty();
            assertThat(with.delivered())
                    .filteredOn(list -> list.manifest().insurer().equals(code))
                    .singleElement()
                    .satisfies(list -> {
                        assertThat(list.manifest().sequence()).isEqualTo(1);
                        assertThat(list.manifest().entries()).isEqualTo(1);
                    });
        });
    }

    @Test
    void listsFormAChainInSequenceAndABlockThatIsOverLeavesThem() throws Exception {
        Steps steps = new Steps();
        Manifest first = steps.take("a list with two numbers is published", () -> {
            exchange.upload(
                    "YUNHE",
                    UploadCsv.name("YUNHE", "20120921", 1),
                    UploadCsv.HEADER
                            + "13810001234,TELEMARKETING,2012-09-20,,,6M\r\n"
                            + "13810001235,TELEMARKETING,2012-09-20,,,1Y\r\n");
            exchange.collect();
            exchange.publish();
            return manifest(1);
        });
        steps.take("two more are published, one on the day on which a block is over", () -> {
            clock.set("2013-04-08T23:59:59+08:00");
            exchange.publish();
            clock.set("2013-04-09T00:00:00+08:00");
            exchange.publish();
        });
        steps.take("the first list begins the chain", () -> {
            assertThat(first.asOf()).isEqualTo(Instant.parse("2012-09-21T01:00:00Z"));
            // ten working days on: the weekend of 29 September is worked, 30 September to 7 October is off
            assertThat(first.useBy()).isEqualTo(LocalDate.of(2012, 10, 11));
            assertThat(first.revision()).isEqualTo(1);
            assertThat(first.previousManifestSha256()).isEmpty();
        });
        steps.take("each later list names the one before it", () -> {
            for (int sequence = 2; sequence <= 3; sequence++) {
                byte[] before =
                        Files.readAllBytes(exchange.drop("YUNHE", "download").resolve(name(sequence - 1)));
                assertThat(manifest(sequence).previousManifestSha256()).hasValue(UploadCsv.sha256(before));
                assertThat(manifest(sequence).previousSequence()).hasValue(sequence - 1);
            }
        });
        steps.take("the block that is over is on the list no more", () -> {
            assertThat(manifest(2).entries()).isEqualTo(2);
            assertThat(manifest(3).entries()).isEqualTo(1);
            assertThat(exchange.lists("YUNHE").text(3))
                    .isEqualTo("action,mobile,business_line,effective_on,expires_on\r\nREMOVE,13810001234,LIFE,,\r\n");
            assertThat(exchange.lists("YUNHE").whole(3))
                    .isEqualTo(
                            "mobile,business_line,effective_on,expires_on\r\n13810001235,LIFE,2012-10-09,2013-10-09\r\n");
        });
    }

    @Test
    void theFirstListAndTheFirstInAMonthAreWholeAndSoIsOneThatIsForcedButElseWhatHasChangedIsSent() {
        Steps steps = new Steps();
        steps.take("the first list of all is published", () -> {
            exchange.upload(
                    "YUNHE", UploadCsv.name("YUNHE", "20120921", 1), UploadCsv.complaints("2012-09-20", 13810001234L));
            exchange.collect();
            exchange.publish();
        });
        steps.take("another one of the same month", () -> {
            clock.set("2012-09-30T23:59:59+08:00");
            exchange.publish();
        });
        steps.take("the first one of the next month", () -> {
            clock.set("2012-10-01T00:00:00+08:00");
            exchange.publish();
        });
        steps.take("one with a new number", () -> {
            exchange.upload(
                    "CHANGQING",
                    UploadCsv.name("CHANGQING", "20121001", 1),
                    UploadCsv.complaints("2012-10-01", 13810001235L));
            exchange.collect();
            exchange.publish();
        });
        steps.take("one that is forced, and another one", () -> {
            exchange.publishFull();
            exchange.publish();
        });
        ReceivedLists lists = exchange.lists("YUNHE");
        steps.take(
                "the first ones and the forced one are whole",
                () -> assertThat(lists.names())
                        .containsExactly(
                                "blocklist-YUNHE-00000001-full.csv.pgp",
                                "blocklist-YUNHE-00000002-delta.csv.pgp",
                                "blocklist-YUNHE-00000003-full.csv.pgp",
                                "blocklist-YUNHE-00000004-delta.csv.pgp",
                                "blocklist-YUNHE-00000005-full.csv.pgp",
                                "blocklist-YUNHE-00000006-delta.csv.pgp"));
        steps.take("deltas hold what has changed, and lead to the whole list", () -> {
            assertThat(lists.text(2))
                    .as("nothing has changed")
                    .isEqualTo("action,mobile,business_line,effective_on,expires_on\r\n");
            assertThat(lists.text(4))
                    .isEqualTo(
                            "action,mobile,business_line,effective_on,expires_on\r\nADD,13810001235,LIFE,2012-10-17,2014-10-17\r\n");
            assertThat(lists.whole(4)).isEqualTo(lists.text(5)).isEqualTo(lists.whole(6));
        });
    }

    @Test
    void aDropThatIsDownStopsNobodyElses() throws Exception {
        Steps steps = new Steps();
        int deadPort = FreePort.find();
        steps.take(
                "the drop of one insurer is down",
                () -> exchange.sql()
                        .sql(
                                "update insurer set drop_url = ?, drop_keys = array['SHA256:' || repeat('A', 43)] where code = 'YUNHE'")
                        .param(URI.create("sftp://jinbo@127.0.0.1:" + deadPort + "/")
                                .toString())
                        .update());
        steps.take("two insurers send uploads", () -> {
            exchange.upload(
                    "YUNHE", UploadCsv.name("YUNHE", "20120921", 1), UploadCsv.complaints("2012-09-20", 13810001234L));
            exchange.upload(
                    "CHANGQING",
                    UploadCsv.name("CHANGQING", "20120921", 1),
                    UploadCsv.complaints("2012-09-20", 13810001235L));
        });
        CollectReport collected = steps.take("uploads are collected", () -> exchange.collect());
        PublishReport published = steps.take("lists are published", () -> exchange.publish());
        steps.take("the others are served", () -> {
            assertThat(collected.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.insurer()).hasToString("YUNHE");
                assertThat(problem.what()).contains("could not be reached");
            });
            assertThat(collected.files()).hasSize(1);
            assertThat(published.problems()).hasSize(1);
            assertThat(published.delivered()).hasSize(2);
        });
        steps.take("once the drop is up the next runs complete", () -> {
            exchange.sql()
                    .sql("update insurer set drop_url = null, drop_keys = '{}' where code = 'YUNHE'")
                    .update();
            assertThat(exchange.collect().problems()).isEmpty();
            assertThat(exchange.publish().problems()).isEmpty();
            assertThat(manifest(1).sequence()).isEqualTo(1);
        });
    }

    @Test
    void noTwoProcessesWorkForTheSameInsurer() throws Exception {
        Steps steps = new Steps();
        steps.take(
                "an insurer uploads",
                () -> exchange.upload(
                        "YUNHE",
                        UploadCsv.name("YUNHE", "20120921", 1),
                        UploadCsv.complaints("2012-09-20", 13810001234L)));
        try (Connection other = exchange.bean(DataSource.class).getConnection();
                var statement = other.createStatement()) {
            steps.take(
                    "another process works for it",
                    () -> statement.execute("select pg_advisory_lock(" + 0x4A42 + ", "
                            + exchange.insurer("YUNHE").id() + ")"));
            CollectReport collected = steps.take("uploads are collected", () -> exchange.collect());
            PublishReport published = steps.take("lists are published", () -> exchange.publish());
            steps.take(
                    "the insurer is left alone",
                    () -> assertThat(collected.problems())
                            .singleElement()
                            .satisfies(problem -> assertThat(problem.what()).contains("another process")));
            steps.take("the others are served", () -> {
                assertThat(published.problems()).hasSize(1);
                assertThat(published.delivered()).hasSize(2);
            });
            steps.take("its upload waits until the other process is done", () -> {
                assertThat(exchange.listing("YUNHE", "upload")).hasSize(1);
                statement.execute("select pg_advisory_unlock_all()");
            });
        }
        steps.take(
                "the next run completes",
                () -> assertThat(exchange.collect().problems()).isEmpty());
    }

    @Test
    void aListNeverGoesBackBehindOneThatAnotherProcessHasPublishedMeanwhile() {
        exchange.publish();
        exchange.sql()
                .sql("update block_list set as_of = as_of + interval '1 minute'")
                .update();

        PublishReport report = exchange.publish();

        assertThat(report.problems()).isEmpty();
        assertThat(report.delivered()).isEmpty();
    }

    private long refusals(String insurer) {
        return exchange.count(
                "access_log_entry where phase = 'REFUSAL' and action = 'PUBLISH_LIST' and insurer = '" + insurer + "'");
    }

    private Manifest manifest(int sequence) throws Exception {
        return Manifest.read(new ByteArrayInputStream(exchange.opened("YUNHE", name(sequence))));
    }

    private static String name(int sequence) {
        return "blocklist-YUNHE-%08d.manifest.json.pgp".formatted(sequence);
    }
}
