package jinbo.batch.recovery;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.batch.BatchError;
import jinbo.batch.HighestSentSequence;
import jinbo.batch.Remark;
import jinbo.batch.publish.PublishReport;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.registry.blocklist.BlockLists;
import jinbo.testing.SettableClock;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** While one process ends a recovery or publishes, another one finds that more is lost. */
class SettleRecoveryIT {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final InsurerCode BEIDOU = new InsurerCode("BEIDOU");
    private static final String LIST = "blocklist-BEIDOU-00000007-full.csv.pgp";

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");

    @TempDir
    Path home;

    private TestExchange exchange;
    private Recoveries recoveries;

    @BeforeEach
    void start() {
        exchange = TestExchange.start(home, clock, Map.of("jinbo.publish-block-lists.insurers-at-a-time", "1"));
        recoveries = exchange.bean(Recoveries.class);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void aRecoveryThatGrowsWhileItIsEndedStaysOpen() {
        Recovery open = recoveries.openOnce(YUNHE, "a list", clock.instant());
        SettleRecovery settling = settlingAfter(() -> report(open));

        assertThatThrownBy(() -> settling.settle("all is back", true, Actor.commandLine()))
                .is(error(BatchError.RECOVERY_GREW));

        assertThat(recoveries.open()).as("the file is among what is to be done").hasValue(open);
    }

    @Test
    void aRecoveryIsEndedOnce() {
        Recovery open = recoveries.openOnce(YUNHE, "a list", clock.instant());
        SettleRecovery settling = settlingAfter(
                () -> exchange.bean(SettleRecovery.class).settle("all is back", true, Actor.commandLine()));

        assertThatThrownBy(() -> settling.settle("all is back, too", true, Actor.commandLine()))
                .is(error(BatchError.NOTHING_TO_SETTLE));

        assertThat(recoveries.get(open.id()).settled().orElseThrow().reason()).isEqualTo("all is back");
    }

    @Test
    void aFileIsNotAddedToARecoveryThatHasEnded() {
        Recovery ended = recoveries.openOnce(YUNHE, "a list", clock.instant());
        exchange.bean(SettleRecovery.class).settle("all is back", true, Actor.commandLine());

        report(ended);

        assertThat(exchange.bean(UnrecordedFiles.class).findReported(BEIDOU, UnrecordedFile.Kind.LIST, List.of(LIST)))
                .as("so that the next scan opens another recovery for it")
                .isEmpty();
    }

    @Test
    void listsThatAreNotBegunYetStopWhereAnotherProcessFindsThatTheDatabaseIsOlder() {
        exchange.at(
                FaultPoint.LIST_BEGUN,
                () -> recoveries.corroborate(
                        recoveries.openOnce(YUNHE, "an upload", clock.instant()), Recovery.Evidence.SECOND_DROP));

        PublishReport published = exchange.publish();

        assertThat(published.delivered())
                .as("not even the list that was begun before")
                .isEmpty();
        assertThat(published.problems())
                .hasSize(3)
                .extracting(Remark::what)
                .allSatisfy(what -> assertThat(what).contains("nothing is published"));
    }

    private void report(Recovery recovery) {
        exchange.bean(UnrecordedFiles.class)
                .report(recovery, UnrecordedFile.published(BEIDOU, new FileSnapshot(LIST, 0, clock.instant())));
    }

    /** Another process gets ahead of it before it records its decision. */
    private SettleRecovery settlingAfter(Runnable another) {
        TransactionTemplate transaction = new TransactionTemplate(exchange.bean(PlatformTransactionManager.class)) {
            @Override
            public void executeWithoutResult(Consumer<TransactionStatus> action) {
                another.run();
                super.executeWithoutResult(action);
            }
        };
        return new SettleRecovery(
                exchange.bean(ScanAllInsurers.class),
                exchange.bean(RemainingRecoveryWork.class),
                exchange.bean(UnrecordedFiles.class),
                exchange.bean(FindSequenceGap.class),
                recoveries,
                exchange.bean(BlockLists.class),
                exchange.bean(Insurers.class),
                exchange.bean(HighestSentSequence.class),
                exchange.bean(AccessLog.class),
                transaction,
                clock);
    }
}
