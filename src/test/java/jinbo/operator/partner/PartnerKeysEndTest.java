package jinbo.operator.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.openpgp.SecretKeys.KeyPlan;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An insurer's own side is told in time that its key or the association's ends. */
class PartnerKeysEndTest {

    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    /** Ours ends on 1 December, the association's on 20 December, both at noon in Beijing. */
    @BeforeEach
    void setUp() throws IOException {
        SecretKeys own = endingAt("Yunhe <exchange@yunhe.example>", "2026-12-01T04:00:00Z");
        SecretKeys theirs = endingAt("The association <exchange@jinbo.invalid>", "2026-12-20T04:00:00Z");
        own.writeTo(folder.resolve("secret.asc"));
        Path association = Files.writeString(
                folder.resolve("association.asc"), theirs.certificate().armored(), StandardCharsets.US_ASCII);
        Path drop = Files.createDirectories(folder.resolve("drops/YUNHE"));
        assertThat(partner("2026-09-01")
                        .type(
                                "init",
                                "YUNHE",
                                "--drop",
                                drop.toString(),
                                "--secret-key",
                                folder.resolve("secret.asc").toString(),
                                "--association",
                                association.toString())
                        .err())
                .isEmpty();
    }

    @Test
    void sixtyThirtyAndSevenDaysBefore() {
        assertThat(status("2026-10-01")).doesNotContain("expires on");
        assertThat(status("2026-10-02"))
                .contains("SOON: our signing key expires on 2026-12-01 at the latest, days left: 60.")
                .doesNotContain("certificate of the association expires");
        assertThat(status("2026-11-01"))
                .contains("PRESSING: our signing key", "SOON: the last certificate of the association");
        assertThat(status("2026-11-24"))
                .contains("URGENT: our signing key expires on 2026-12-01 at the latest, days left: 7.")
                .contains("PRESSING: the last certificate of the association expires on 2026-12-20 at the latest")
                .contains("partner certificate send");
        assertThat(status("2026-12-02")).as("over").contains("URGENT: our signing key");
    }

    @Test
    void inChineseAndForPrograms() {
        assertThat(partner("2026-11-24").in("zh").type("status").out()).contains("本公司的签名密钥最迟于 2026-12-01 到期");
        var told = partner("2026-11-24").json(1, "status");
        assertThat(told.at("/own_key_ends/last_day").asString()).isEqualTo("2026-12-01");
        assertThat(told.at("/own_key_ends/level").asString()).isEqualTo("URGENT");
        assertThat(told.at("/association_ends/days_left").asInt()).isEqualTo(26);
    }

    /** Whoever has the association's next certificate is not told that the former one ends. */
    @Test
    void notOfTheAssociationOnceItsNextCertificateCounts() throws IOException {
        SecretKeys next = SecretKeys.generate("The association, next <exchange@jinbo.invalid>", MADE);
        Path both =
                Files.writeString(folder.resolve("next.asc"), next.certificate().armored(), StandardCharsets.US_ASCII);
        Path settings = folder.resolve("own/partner.properties");
        Files.writeString(
                settings,
                Files.readString(settings).replaceAll("(?m)^(association *= *.*)$", "$1, " + both.toAbsolutePath()));

        assertThat(status("2026-12-18")).contains("URGENT: our signing key").doesNotContain("association expires on");
    }

    private static SecretKeys endingAt(String userId, String end) {
        return SecretKeys.generate(new KeyPlan(userId, MADE, Optional.empty(), Optional.of(Instant.parse(end))));
    }

    private String status(String day) {
        CommandOutput status = partner(day).type("status");
        assertThat(status.err()).isEmpty();
        return status.out();
    }

    private CommandSession partner(String day) {
        return CommandSession.withoutHome()
                .at(new SettableClock(day + "T09:00:00+08:00"))
                .with("spring.profiles.active", "test")
                .partner(folder.resolve("own"));
    }
}
