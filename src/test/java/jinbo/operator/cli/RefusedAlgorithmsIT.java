package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A certificate that GnuPG or RNP made with an algorithm that is not accepted is refused for that, in both languages. */
class RefusedAlgorithmsIT {

    private static final String NOW = "2026-11-24T09:00:00+08:00";
    private static final Path CERTIFICATES = Path.of("src/test/resources/jinbo/operator/cli/algorithms");

    @TempDir
    static Path home;

    private static TestExchange exchange;

    @BeforeAll
    static void start() {
        exchange = TestExchange.start(home, new SettableClock(NOW));
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "brainpool | its curve, brainpoolP256r1, is not accepted: | 其曲线 brainpoolP256r1 不被接受",
                "brainpool-subkey | its curve, brainpoolP256r1, is not accepted: | 其曲线 brainpoolP256r1 不被接受",
                "secp256k1 | its curve, secp256k1, is not accepted: | 其曲线 secp256k1 不被接受",
                "dsa | its algorithm, DSA, is not accepted: | 其算法 DSA 不被接受",
                "sm2 | a key with the algorithm number 99, which is not accepted | 证书含有不被接受的密钥算法",
            })
    void theAlgorithmIsNamed(String certificate, String english, String chinese) {
        String told = add(certificate, "en");

        assertThat(told).contains(english).doesNotContain("self-signature", "is not an OpenPGP certificate");
        assertThat(add(certificate, "zh")).contains(chinese).doesNotContain("自签名", "is not accepted:");
    }

    private static String add(String certificate, String language) {
        String file = CERTIFICATES.resolve(certificate + ".asc").toString();
        CommandOutput command = CommandSession.over(exchange).in(language).type("key", "add", "YUNHE", file);
        assertThat(command.exitCode()).isEqualTo(1);
        return command.shown();
    }
}
