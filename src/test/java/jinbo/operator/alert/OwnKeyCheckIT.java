package jinbo.operator.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.exchange.keys.OpenPgpKey;
import jinbo.exchange.keys.RotateAssociationKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.openpgp.SecretKeys.KeyPlan;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first key ends with the year. */
class OwnKeyCheckIT {

    private static final String NOW = "2012-09-21T09:00:00+08:00";
    private static final Instant END = at("2013-01-01T00:00:00+08:00");
    private static final SettableClock CLOCK = new SettableClock(NOW);

    @TempDir
    static Path home;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, CLOCK);
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @BeforeEach
    void aKeyThatEndsWithTheYear() throws IOException {
        CLOCK.set(NOW);
        exchange.sql().sql("delete from certificate_announcement").update();
        exchange.bean(Insurers.class).resume(new InsurerCode("BEIDOU"), CLOCK.instant());
        Path openPgp = home.resolve("keys/openpgp");
        if (Files.exists(openPgp)) {
            try (Stream<Path> files = Files.list(openPgp)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Path first = home.resolve("keys/association.asc");
        Files.deleteIfExists(first);
        SecretKeys.generate(new KeyPlan("Jinbo", CLOCK.instant(), Optional.empty(), Optional.of(END)))
                .writeTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "2012-10-31T23:59:59+08:00, ''",
        "2012-11-01T00:00:00+08:00, OWN_KEY_ENDS 2012-12-31 SOON",
        "2012-11-30T23:59:59+08:00, OWN_KEY_ENDS 2012-12-31 SOON",
        "2012-12-01T00:00:00+08:00, OWN_KEY_ENDS 2012-12-31 PRESSING",
        "2012-12-24T00:00:00+08:00, OWN_KEY_ENDS 2012-12-31 URGENT",
        "2012-12-31T23:59:59+08:00, OWN_KEY_ENDS 2012-12-31 URGENT",
        "2013-01-01T00:00:00+08:00, NO_OWN_KEY"
    })
    void reportsEndOfTheLastKeyAtThreeLevels(String now, String alert) {
        CLOCK.set(now);

        assertThat(String.join("; ", found())).isEqualTo(alert);
    }

    @Test
    void noAlertAboutAnEndOnceASuccessorLastsLonger() {
        CLOCK.set("2012-12-01T09:00:00+08:00");
        assertThat(found()).containsExactly("OWN_KEY_ENDS 2012-12-31 PRESSING");

        renew("2012-12-20T00:00:00+08:00");
        exchange.collect();

        assertThat(found()).isEmpty();
    }

    /** {@code crypto-policy.csv} has the first day on which the policy no longer accepts Ed25519. */
    @ParameterizedTest
    @CsvSource({
        "2035-10-31T23:59:59+08:00, ''",
        "2035-12-01T00:00:00+08:00, OWN_KEY_ENDS 2036-01-01 SOON",
        "2036-01-01T08:00:00+08:00, NO_OWN_KEY"
    })
    void reportsEndOfTheAcceptanceOfAnAlgorithm(String now, String alert) throws IOException {
        Path first = home.resolve("keys/association.asc");
        Files.delete(first);
        SecretKeys.generate("Jinbo", CLOCK.instant()).writeTo(first);
        CLOCK.set(now);

        assertThat(String.join("; ", found())).isEqualTo(alert);
    }

    @Test
    void aSuccessorThatEndsTooIsNoEndOfIt() {
        CLOCK.set("2012-12-01T09:00:00+08:00");
        exchange.bean(RotateAssociationKeys.class)
                .renew(Optional.of(CLOCK.instant()), Optional.of(at("2013-01-11T00:00:00+08:00")));
        exchange.collect();

        assertThat(found()).containsExactly("OWN_KEY_ENDS 2013-01-10 SOON");
    }

    @Test
    void namesInsurersWithoutTheNextCertificate() {
        Steps steps = new Steps();
        steps.take("the next key is made, and no insurer has its certificate", () -> {
            renew("2012-12-01T00:00:00+08:00");
            assertThat(found()).containsExactly("OWN_KEY_NOT_ANNOUNCED BEIDOU, CHANGQING, YUNHE");
        });
        steps.take("a suspended insurer is not named", () -> {
            exchange.bean(Insurers.class).suspend(new InsurerCode("BEIDOU"), CLOCK.instant());
            assertThat(found()).containsExactly("OWN_KEY_NOT_ANNOUNCED CHANGQING, YUNHE");
        });
        steps.take("the others receive it", () -> {
            exchange.collect();
            assertThat(found()).isEmpty();
        });
        steps.take("once it is resumed the insurer is named", () -> {
            exchange.bean(Insurers.class).resume(new InsurerCode("BEIDOU"), CLOCK.instant());
            assertThat(found()).containsExactly("OWN_KEY_NOT_ANNOUNCED BEIDOU");
        });
        steps.take("it receives the certificate", () -> {
            exchange.collect();
            assertThat(found()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2012-10-23T23:59:59+08:00, ''",
        "2012-10-24T00:00:00+08:00, OWN_KEY_SIGNS_SOON 2012-10-31",
        "2012-10-31T08:59:59+08:00, OWN_KEY_SIGNS_SOON 2012-10-31",
        "2012-10-31T09:00:00+08:00, ''"
    })
    void aWeekBeforeTheNextKeySignsItIsTold(String now, String alert) {
        renew("2012-10-31T09:00:00+08:00");
        exchange.collect();
        CLOCK.set(now);

        assertThat(String.join("; ", found())).isEqualTo(alert);
    }

    @Test
    void reportsFormerKeyUntilItIsRetired() {
        Certificate old = exchange.ownCertificate();
        renew("2012-09-22T00:00:00+08:00");
        exchange.collect();
        CLOCK.set("2012-10-21T23:59:59+08:00");
        assertThat(found()).isEmpty();
        CLOCK.set("2012-10-22T00:00:00+08:00");
        assertThat(found()).containsExactly("OWN_KEY_LEFT_OVER " + old.fingerprint());

        exchange.bean(RotateAssociationKeys.class).retire(old.fingerprint(), Optional.empty(), false, "a story");
        CLOCK.pass(Duration.ofMinutes(1));
        exchange.collect();

        assertThat(found()).isEmpty();
    }

    @Test
    void reportsAnnouncedKeyThatIsMissingInTheHome() throws IOException {
        OpenPgpKey next = renew("2012-10-31T09:00:00+08:00");
        exchange.collect();
        Files.delete(home.resolve("keys/openpgp/2.asc"));

        assertThat(found()).containsExactly("OWN_KEY_LOST " + next.fingerprint());
    }

    private static OpenPgpKey renew(String from) {
        return exchange.bean(RotateAssociationKeys.class).renew(Optional.of(at(from)), Optional.empty());
    }

    private static List<String> found() {
        return exchange.bean(OwnKeyCheck.class).find().stream()
                .map(alert -> alert.code()
                        + alert.detail().map(" "::concat).orElse("")
                        + alert.notice()
                                .map(expiryNotice -> " " + expiryNotice.level())
                                .orElse(""))
                .toList();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
