package jinbo.story.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.batch.Remark;
import jinbo.exchange.keys.CertificateAnnouncements;
import jinbo.exchange.keys.CertificateAnnouncements.CertificateAnnouncement;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.keys.RotateAssociationKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.FailureTable;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The work for an insurer ends at each point of an announcement; whatever was under way, the insurer has it once in the end. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class CrashDuringAnnouncementIT {

    /** What a run comes by that has a certificate of our own to announce. */
    static final Set<FaultPoint> POINTS = EnumSet.of(
            FaultPoint.CERTIFICATE_SEALED,
            FaultPoint.CERTIFICATE_RECORDED,
            FaultPoint.DELIVERING_CERTIFICATE,
            FaultPoint.CERTIFICATE_DELIVERED);

    private static final SettableClock CLOCK = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    static Path home;

    private static TestExchange exchange;

    static Set<FaultPoint> points() {
        return POINTS;
    }

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, CLOCK);
        exchange.ownCertificate();
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest
    @MethodSource("points")
    void whoeverDiesTheCertificateIsThereOnceUnderOneNameAndUnchanged(FaultPoint point) throws IOException {
        Steps steps = new Steps();
        Certificate next = steps.take("the next key is made", () -> {
            CLOCK.pass(Duration.ofDays(1));
            return nextKey();
        });
        List<String> before = certificates();
        List<Remark> problems = steps.take("a run dies over its announcement", () -> {
            exchange.breakOffAt(point);

            return exchange.collect().problems();
        });
        steps.take(
                "one insurer's announcement was cut short",
                () -> assertThat(problems)
                        .as("one insurer's announcement was cut short")
                        .hasSize(1));
        String insurer = problems.get(0).insurer().value();
        Optional<String> recorded = announcement(insurer, next).map(CrashDuringAnnouncementIT::bytes);
        steps.take("the next run completes", () -> {
            assertThat(exchange.collect().problems()).isEmpty();
            exchange.collect();
        });
        steps.take("each insurer has got the key", () -> {
            for (String code : List.of("YUNHE", "CHANGQING", "BEIDOU")) {
                CertificateAnnouncement made = announcement(code, next).orElseThrow();
                assertThat(made.isDelivered()).as(code).isTrue();
                assertThat(exchange.sha256Of(code, made.name())).isEqualTo(made.sha256());
                assertThat(Certificate.parse(exchange.opened(code, made.name())))
                        .isEqualTo(next);
            }
        });
        steps.take(
                "what was recorded went out unchanged",
                () -> recorded.ifPresent(
                        bytes -> assertThat(announcement(insurer, next).map(CrashDuringAnnouncementIT::bytes))
                                .hasValue(bytes)));
        steps.take("it was announced once to each", () -> {
            List<String> made = new ArrayList<>(certificates());
            made.removeAll(before);
            assertThat(made).as("one each").hasSize(3);
            FailureTable.row("announcement", "ended at " + point, 1, 3 - Math.min(3, made.size()), made.size() - 3, 0);
        });
    }

    @Test
    void whatWasSealedAndIsLostInTheSpoolIsSealedAnew() throws IOException {
        CLOCK.pass(Duration.ofDays(1));
        Certificate next = nextKey();
        exchange.breakOffAt(FaultPoint.CERTIFICATE_RECORDED);
        String insurer = exchange.collect().problems().get(0).insurer().value();
        CertificateAnnouncement lost = announcement(insurer, next).orElseThrow();
        Files.delete(exchange.home().resolve("spool").resolve(lost.spooledAs()));

        assertThat(exchange.collect().problems()).isEmpty();

        CertificateAnnouncement made = announcement(insurer, next).orElseThrow();
        assertThat(made.isDelivered()).isTrue();
        assertThat(made.name()).isNotEqualTo(lost.name());
        assertThat(certificates(insurer)).contains(made.name()).doesNotContain(lost.name());
    }

    @Test
    void whatACompromisedKeyHasSignedIsSealedAnew() {
        CLOCK.pass(Duration.ofDays(1));
        Certificate next = nextKey();
        Certificate signing = exchange.ownCertificate();
        assertThat(signing).isNotEqualTo(next);
        exchange.breakOffAt(FaultPoint.CERTIFICATE_RECORDED);
        String insurer = exchange.collect().problems().get(0).insurer().value();
        CertificateAnnouncement begun = announcement(insurer, next).orElseThrow();
        exchange.bean(RotateAssociationKeys.class).retire(begun.signedBy(), Optional.empty(), true, "a story");

        assertThat(exchange.collect().problems()).isEmpty();

        CertificateAnnouncement made = announcement(insurer, next).orElseThrow();
        assertThat(made.signedBy()).isNotEqualTo(begun.signedBy());
        assertThat(certificates(insurer)).contains(made.name()).doesNotContain(begun.name());
    }

    /** One that has its turn on the same day, so that another one can follow. */
    private static Certificate nextKey() {
        OpenPgpKey next = exchange.bean(RotateAssociationKeys.class)
                .renew(Optional.of(CLOCK.instant().plus(Duration.ofHours(1))), Optional.empty());
        return next.certificate();
    }

    private static Optional<CertificateAnnouncement> announcement(String insurer, Certificate certificate) {
        return exchange.bean(CertificateAnnouncements.class).of(certificate.fingerprint()).stream()
                .filter(one -> one.insurer().value().equals(insurer))
                .findFirst();
    }

    private static String bytes(CertificateAnnouncement certificateAnnouncement) {
        return certificateAnnouncement.name() + " " + certificateAnnouncement.sha256();
    }

    private static List<String> certificates() {
        return List.of("YUNHE", "CHANGQING", "BEIDOU").stream()
                .flatMap(insurer -> certificates(insurer).stream())
                .toList();
    }

    private static List<String> certificates(String insurer) {
        return exchange.listing(insurer, "download").stream()
                .filter(name -> name.startsWith("certificate-"))
                .toList();
    }
}
