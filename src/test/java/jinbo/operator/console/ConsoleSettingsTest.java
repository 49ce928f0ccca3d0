package jinbo.operator.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the console may be reached: passwords cross no network in the clear. */
class ConsoleSettingsTest {

    private static final String CERTIFICATE = "console.pem";
    private static final String KEY = "console-key.pem";

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.9.9.9"})
    void onThisMachineAloneItNeedsNoCertificate(String address) {
        assertThat(at(address, "", "").order().more()).contains("server.servlet.session.cookie.secure=false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "", " "})
    void whereOthersReachItItNeedsOne(String address) {
        assertThatThrownBy(() -> at(address, "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("address is");
    }

    @Test
    void underACertificateItMayBeAnywhereAndItsCookieIsForThatAlone() {
        assertThat(at("192.0.2.1", CERTIFICATE, KEY).order().more())
                .contains("server.servlet.session.cookie.secure=true")
                .anyMatch(setting -> setting.startsWith("server.ssl.certificate="));
    }

    @Test
    void certificateAndKeyGoTogether() {
        assertThatThrownBy(() -> at("127.0.0.1", CERTIFICATE, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> at("127.0.0.1", "", KEY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameIsResolvedOnceForCheckAndPort() {
        assertThat(at("localhost", "", "").order().address()).isEqualTo("127.0.0.1");
    }

    private static ConsoleSettings at(String address, String certificate, String key) {
        return new ConsoleSettings(8090, address, certificate, key, Duration.ofMinutes(15));
    }
}
