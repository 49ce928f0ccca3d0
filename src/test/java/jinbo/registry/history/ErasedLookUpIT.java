package jinbo.registry.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.batch.erase.EraseEndedNumbers;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.phone.Mobile;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erased number is recognised while the key exists under which it was hashed. */
class ErasedLookUpIT {

    private static final Mobile NUMBER = new Mobile(13810001234L);
    private static final Actor AUDITOR = Actor.person("zhou", ActorRole.AUDITOR);

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    private Path home;

    private TestExchange exchange;

    @Test
    void isKnownAndErasedWhileTheKeyIsThereAndUnknownAfter() {
        Steps steps = new Steps();
        try (TestExchange started = TestExchange.start(home, clock)) {
            exchange = started;
            steps.take("a consumer complains", () -> complains("20120921", "2012-09-20"));
            steps.take("the block ends, and the number is known", () -> {
                clock.set("2013-09-01T09:00:00+08:00");
                exchange.bean(EraseEndedNumbers.class).run();
                assertThat(asked(Optional.empty()).knowledge())
                        .as("it has ended less than six months ago")
                        .isEqualTo(NumberKnowledge.KNOWN);
                assertThat(asked(Optional.empty()).insurers().get(0).why()).isEqualTo(InsurerLookup.Reason.OVER);
            });
            steps.take("six months later it is erased", () -> {
                clock.set("2013-11-01T09:00:00+08:00");
                exchange.bean(EraseEndedNumbers.class).run();
                NumberLookup erased = asked(Optional.of("2012-12-01T09:00:00+08:00"));
                assertThat(erased.knowledge()).isEqualTo(NumberKnowledge.ERASED);
                assertThat(erased.insurers())
                        .as("nobody says any more what counted")
                        .isEmpty();
                assertThat(exchange.bean(ShowCurrentBlocks.class)
                                .of(NUMBER, AUDITOR, "a test")
                                .knowledge())
                        .isEqualTo(NumberKnowledge.ERASED);
            });
            steps.take("the next complaint is known from its day on", () -> theNextComplaintIsKnownFromItsDayOn());
            steps.take("with its key destroyed it is unknown", () -> {
                clock.set("2018-11-01T09:00:00+08:00");
                exchange.bean(EraseEndedNumbers.class).run();
                NumberLookup forgotten = asked(Optional.of("2012-12-01T09:00:00+08:00"));
                assertThat(forgotten.knowledge()).isEqualTo(NumberKnowledge.UNKNOWN);
                assertThat(forgotten.yearsForgotten()).contains(2012);
            });
        }
    }

    private void theNextComplaintIsKnownFromItsDayOn() {
        complains("20131101", "2013-10-31");

        assertThat(asked(Optional.empty()).knowledge()).isEqualTo(NumberKnowledge.KNOWN);
        assertThat(asked(Optional.empty()).insurers().get(0).why()).isEqualTo(InsurerLookup.Reason.NOT_YET);
        assertThat(asked(Optional.of("2013-10-01T09:00:00+08:00")).knowledge()).isEqualTo(NumberKnowledge.ERASED);
    }

    private void complains(String today, String on) {
        exchange.upload(
                "YUNHE",
                "complaints-YUNHE-" + today + "-001.csv.pgp",
                "mobile,complaint,complained_on,term\r\n" + NUMBER.digits() + ",TELEMARKETING," + on + ",6M\r\n");
        assertThat(exchange.collect().problems()).isEmpty();
    }

    private NumberLookup asked(Optional<String> at) {
        Optional<Instant> moment = at.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        return exchange.bean(LookUpNumber.class)
                .of(NUMBER, Optional.of(new InsurerCode("YUNHE")), moment, AUDITOR, "a test");
    }
}
