package jinbo.participant.insurer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteDropAddressTest {

    private static final RemoteDropAddress PLACE = place("sftp://jinbo@sftp.yunhe.example/exchange");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sftp://jinbo@sftp.yunhe.example:22/exchange",
                "SFTP://jinbo@SFTP.Yunhe.Example/exchange",
                "sftp://jinbo@sftp.yunhe.example./exchange/",
                "sftp://jinbo@sftp.yunhe.example//exchange///",
                "sftp://%6ainbo@sftp.yunhe.example/%65xchange"
            })
    void isOneHoweverItIsSpelled(String url) {
        assertThat(place(url)).isEqualTo(PLACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sftp://jinbo@sftp.yunhe.example:2222/exchange",
                "sftp://Jinbo@sftp.yunhe.example/exchange",
                "sftp://jinbo@sftp.yunhe.example/Exchange",
                "sftp://jinbo@sftp.yunhe.example/exchange/yunhe",
                "sftp://jinbo@sftp.yunhe.example/",
                "sftp://jinbo@sftp2.yunhe.example/exchange"
            })
    void isAnotherOne(String url) {
        assertThat(place(url)).isNotEqualTo(PLACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sftp://u@[2001:db8::1]",
                "sftp://u@[2001:DB8:0:0:0:0:0:1]:22/",
                "sftp://u@[2001:0db8::0001]//",
            })
    void normalizesIpv6Addresses(String url) {
        assertThat(place(url)).isEqualTo(place("sftp://u@[2001:db8:0::1]/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sftp://u@[::ffff:192.0.2.1]/", "sftp://u@[::ffff:c000:201]"})
    void mapsIpv4AddressInIpv6Form(String url) {
        assertThat(place(url)).isEqualTo(place("sftp://u@192.0.2.1"));
    }

    private static RemoteDropAddress place(String url) {
        return RemoteDropAddress.of(URI.create(url));
    }
}
