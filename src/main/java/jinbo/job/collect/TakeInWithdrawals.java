package jinbo.job.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jinbo.envelope.ClearTextReader;
import jinbo.exchange.FileKind;
import jinbo.exchange.FindingCode;
import jinbo.exchange.Tally;
import jinbo.inbound.FindingWriter;
import jinbo.inbound.InboundFile;
import jinbo.inbound.InboundFiles;
import jinbo.intake.Judgement;
import jinbo.intake.RowSink;
import jinbo.intake.UploadEncoding;
import jinbo.intake.WithdrawalJudge;
import jinbo.intake.WithdrawalRow;
import jinbo.registry.CommittedBatch;
import jinbo.registry.StagedWithdrawals;
import jinbo.registry.WithdrawalBatch;
import jinbo.registry.WithdrawalFault;
import jinbo.registry.Withdrawals;
import jinbo.workday.BusinessTime;
import org.springframework.stereotype.Component;

/** Takes in files of withdrawals: rows of the insurer's own earlier uploads count no longer, and blocks follow. */
@Component
class TakeInWithdrawals implements TakeInKind {

    private final MergeUpload mergeUpload;
    private final Withdrawals withdrawals;
    private final InboundFiles inbound;
    private final HoldUpload holdUpload;
    private final CollectSettings settings;

    TakeInWithdrawals(
            MergeUpload mergeUpload,
            Withdrawals withdrawals,
            InboundFiles inbound,
            HoldUpload holdUpload,
            CollectSettings settings) {
        this.mergeUpload = mergeUpload;
        this.withdrawals = withdrawals;
        this.inbound = inbound;
        this.holdUpload = holdUpload;
        this.settings = settings;
    }

    @Override
    public FileKind kind() {
        return FileKind.WITHDRAWALS;
    }

    @Override
    public TakenIn takeIn(Arrival arrival) {
        return mergeUpload.merge(new OneFile(arrival));
    }

    /**
     * What a file comes to is known once the registry has looked for its rows. Held, it is undone: then nothing has been taken
     * back but what the caller's savepoint forgets.
     */
    private TakenIn decide(Arrival arrival, Tally asWritten, StagedWithdrawals staged, RowsInVain inVain) {
        CommittedBatch batch =
                withdrawals.merge(arrival.permit(), staged, (fault, line) -> inVain.add(codeOf(fault), line));
        Tally tally = asWritten.refusing(inVain.counts());
        Optional<FindingCode> hold =
                arrival.release().isPresent() ? Optional.empty() : holdUpload.reason(tally, batch.acts());
        return hold.<TakenIn>map(because -> new TakenIn.Held(tally, because, Optional.empty()))
                .orElseGet(() -> new TakenIn.TakenBack(tally, batch.vouched()));
    }

    private static FindingCode codeOf(WithdrawalFault fault) {
        return switch (fault) {
            case LINE_UNKNOWN -> FindingCode.LINE_UNKNOWN;
            case ALREADY_WITHDRAWN -> FindingCode.ALREADY_WITHDRAWN;
        };
    }

    private static WithdrawalBatch batchOf(Arrival arrival) {
        return new WithdrawalBatch(
                Optional.of(arrival.file().id()),
                arrival.insurer().id(),
                arrival.insurer().sector(),
                arrival.registeredAt(),
                BusinessTime.dateOf(arrival.registeredAt()));
    }

    /** One file of withdrawals. */
    private final class OneFile implements UploadOfRows {

        private final Arrival arrival;
        private final WithdrawalJudge judge;
        private final UploadsByName uploads = new UploadsByName(inbound);
        private RowsInVain inVain = new RowsInVain();

        OneFile(Arrival arrival) {
            this.arrival = arrival;
            this.judge = new WithdrawalJudge(
                    arrival.insurer().code(), settings.limits().intake());
        }

        @Override
        public InboundFile file() {
            return arrival.file();
        }

        @Override
        public Staging stage(UploadEncoding encoding, FindingWriter findings) {
            RowsInVain ofThisReading = new RowsInVain();
            inVain = ofThisReading;
            StagedWithdrawals staged = withdrawals.stage(arrival.permit(), batchOf(arrival));
            RowSink<WithdrawalRow> sink = new StagingWithdrawals(staged, uploads, ofThisReading, findings);
            return new Staging() {
                @Override
                public Judgement read(InputStream clear) throws IOException {
                    return judge.judge(clear, encoding, sink);
                }

                @Override
                public TakenIn decide(Reading.Whole whole) {
                    return TakeInWithdrawals.this.decide(arrival, whole.judged().tally(), staged, ofThisReading);
                }
            };
        }

        @Override
        public boolean findsAnew(TakenIn outcome) {
            return outcome instanceof TakenIn.Held || outcome instanceof TakenIn.TakenBack && !inVain.isEmpty();
        }

        @Override
        public ClearTextReader<Judgement> findAnew(UploadEncoding encoding, FindingWriter findings) {
            return clear -> judge.judge(clear, encoding, new FindingsOfWithdrawals(inVain, findings));
        }
    }
}
