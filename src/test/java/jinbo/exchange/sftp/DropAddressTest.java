package jinbo.exchange.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DropAddressTest {

    private static final HostKeyPins PINS = HostKeyPins.of("SHA256:" + "a".repeat(43));

    @ParameterizedTest
    @CsvSource({
        "sftp://jinbo@sftp.example.com, sftp.example.com, 22, jinbo, ''",
        "sftp://jinbo@sftp.example.com/, sftp.example.com, 22, jinbo, ''",
        "SFTP://jinbo@10.0.0.1:2222/exchange/, 10.0.0.1, 2222, jinbo, /exchange",
        "sftp://a%40b@[::1]:22/x%20y, ::1, 22, a@b, /x y"
    })
    void aUrlIsRead(String url, String host, int port, String user, String root) {
        assertThat(DropAddress.parse(URI.create(url), PINS)).isEqualTo(new DropAddress(host, port, user, PINS, root));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://u@h/",
                "sftp://h/",
                "sftp://u:secret@h/",
                "sftp://u@h/a/../b",
                "sftp://u@h/a%0Ab",
                "sftp://u@h:0/",
                "sftp://u@h:70000/",
                "sftp://u@h/?x",
                "u@h:/path"
            })
    void anotherShapeIsRefusedWithTheRightOneAndNeverWithThePassword(String url) {
        assertThatThrownBy(() -> DropAddress.parse(URI.create(url.replace("u@h:/path", "u@h/path")), PINS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sftp://user@host:port/path")
                .hasMessageNotContaining("secret");
    }

    @Test
    void anIpVersion6AddressIsShownInBrackets() {
        assertThat(new DropAddress("::1", 22, "u", PINS, "/x")).hasToString("sftp://u@[::1]:22/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MD5:00:11", "SHA256:short", "SHA256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa="})
    void aPinThatIsNoFingerprintIsRefused(String pin) {
        assertThatThrownBy(() -> HostKeyPins.of(pin)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noPinsAtAllAreRefused() {
        assertThatThrownBy(HostKeyPins::of).isInstanceOf(IllegalArgumentException.class);
    }
}
