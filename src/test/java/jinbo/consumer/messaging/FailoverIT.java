package jinbo.consumer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jinbo.platform.home.DatabaseKind;
import jinbo.platform.net.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second gateway gets what the first does not accept. */
class FailoverIT {

    @TempDir
    private Path home;

    private TestSms sms;

    @BeforeEach
    void twoGateways() throws IOException {
        sms = new TestSms(home);
    }

    @AfterEach
    void close() {
        sms.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void whatTheFirstHasTakenGoesToNobodyElse(int status) {
        sms.first.answers(GatewayServer.status(status));

        assertThat(sms.send()).isEqualTo(new ShortMessages.Outcome.Over("first"));
        assertThat(sms.second.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 404, 408, 422, 429, 500, 502, 503})
    void whatTheFirstRefusesOrCannotTakeGoesToTheSecond(int status) {
        sms.first.answers(GatewayServer.status(status));

        assertThat(sms.send()).isEqualTo(new ShortMessages.Outcome.Over("second"));
        theSecondGotTheSameMessage();
    }

    @Test
    void usesTheSecondIfTheFirstTimesOut() {
        sms.areToAnswerSoon();
        sms.first.isSilent();

        assertThat(sms.send()).isEqualTo(new ShortMessages.Outcome.Over("second"));
        theSecondGotTheSameMessage();
    }

    @Test
    void usesTheSecondIfTheFirstClosesTheConnection() {
        sms.first.answers(request -> {});

        assertThat(sms.send()).isEqualTo(new ShortMessages.Outcome.Over("second"));
        theSecondGotTheSameMessage();
    }

    @Test
    void usesTheSecondAtOnceIfTheFirstRefusesConnections() throws IOException {
        sms.set(TestSms.LONG, TestSms.of("first", nobody()), TestSms.of("second", sms.second.url()), DatabaseKind.OWN);

        assertThat(sms.send()).isEqualTo(new ShortMessages.Outcome.Over("second"));
        assertThat(sms.second.only().isSignedWith(TestSms.OTHER_SECRET)).isTrue();
    }

    @Test
    void refusalContainsNoNumberTextOrAddress() throws IOException {
        sms.first.answers(GatewayServer.status(503));
        sms.set(TestSms.LONG, TestSms.of("first", sms.first.url()), TestSms.of("second", nobody()), DatabaseKind.OWN);

        assertThat(sms.send())
                .isEqualTo(new ShortMessages.Outcome.Refused(
                        "first: out of reach, it has answered 503; second: out of reach,"
                                + " it cannot be reached: ConnectException"));
        assertThat(sms.underWay().size()).as("nothing is kept of it").isZero();
    }

    @Test
    void prefersTheSecondForAMomentAfterTheFirstWasUnreachable() {
        sms.first.answers(GatewayServer.status(503));
        sms.send();
        sms.send();
        assertThat(sms.first.requests()).hasSize(1);
        assertThat(sms.second.requests()).hasSize(2);

        sms.clock.pass(Duration.ofSeconds(10));
        sms.first.answers(GatewayServer.status(200));

        assertThat(sms.send()).isEqualTo(new ShortMessages.Outcome.Over("first"));
        assertThat(sms.send()).isEqualTo(new ShortMessages.Outcome.Over("first"));
    }

    @Test
    void triesUnreachableFirstIfTheSecondFails() {
        sms.first.answers(GatewayServer.status(503));
        sms.send();
        sms.first.answers(GatewayServer.status(200));
        sms.second.answers(GatewayServer.status(500));

        assertThat(sms.send()).isEqualTo(new ShortMessages.Outcome.Over("first"));
    }

    @Test
    void refusalDoesNotAffectTheNextMessage() {
        sms.first.answers(GatewayServer.status(422));
        sms.send();
        sms.first.answers(GatewayServer.status(200));

        assertThat(sms.send()).isEqualTo(new ShortMessages.Outcome.Over("first"));
    }

    @Test
    void sendsNothingAfterAStopRequest() {
        Thread.currentThread().interrupt();

        assertThat(sms.send().toString()).contains("asked to stop");
        assertThat(Thread.interrupted()).as("and its caller learns of it").isTrue();
        assertThat(sms.first.requests()).isEmpty();
        assertThat(sms.second.requests()).isEmpty();
    }

    private void theSecondGotTheSameMessage() {
        GatewayServer.Request request = sms.second.only();
        assertThat(request.isSignedWith(TestSms.OTHER_SECRET)).isTrue();
        assertThat(request.body()).isEqualTo(sms.first.only().body());
    }

    private static String nobody() {
        return "http://127.0.0.1:" + FreePort.find() + "/token-in-the-path";
    }
}
