package jinbo.batch.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;
import jinbo.exchange.openpgp.ClearTextReader;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.CommittedBatch;
import jinbo.registry.StagedWithdrawals;
import jinbo.registry.WithdrawalBatch;
import jinbo.registry.WithdrawalFault;
import jinbo.registry.Withdrawals;
import jinbo.registry.inbound.FindingWriter;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
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
            inVain = new RowsInVain();
            return new Rows(
                    arrival, encoding, judge, withdrawals.stage(arrival.permit(), batchOf(arrival)), inVain, findings);
        }

        @Override
        public ClearTextReader<Judgement> findAnew(UploadEncoding encoding, FindingWriter findings) {
            return clear -> judge.judge(clear, encoding, new FindingsOfWithdrawals(inVain, findings));
        }
    }

    /** One reading of it. */
    private final class Rows implements UploadOfRows.Staging {

        private final Arrival arrival;
        private final UploadEncoding encoding;
        private final WithdrawalJudge judge;
        private final StagedWithdrawals staged;
        private final RowsInVain inVain;
        private final FirstRows<WithdrawalRow> sink;

        Rows(
                Arrival arrival,
                UploadEncoding encoding,
                WithdrawalJudge judge,
                StagedWithdrawals staged,
                RowsInVain inVain,
                FindingWriter findings) {
            this.arrival = arrival;
            this.encoding = encoding;
            this.judge = judge;
            this.staged = staged;
            this.inVain = inVain;
            this.sink = new FirstRows<>(
                    new StagingWithdrawals(staged, new UploadsByName(inbound), inVain, findings),
                    arrival.release().isPresent() ? Long.MAX_VALUE : holdUpload.mostWithdrawals());
        }

        @Override
        public Judgement read(InputStream clear) throws IOException {
            return judge.judge(clear, encoding, sink);
        }

        /**
         * What a file comes to is known once its rows have been looked for. Held, it is undone: then nothing has been
         * taken back but what the caller's savepoint forgets.
         */
        @Override
        public Optional<TakenIn> withoutEffect(Reading.Whole whole) {
            if (sink.hasMore()) {
                return Optional.of(held(whole, FindingCode.UNUSUAL_VOLUME));
            }
            long found = withdrawals.find(arrival.permit(), staged, (fault, line) -> inVain.add(codeOf(fault), line));
            return arrival.release().isPresent()
                    ? Optional.empty()
                    : holdUpload.reason(tally(whole), found).map(because -> held(whole, because));
        }

        @Override
        public boolean lacksFindings() {
            return !inVain.isEmpty();
        }

        @Override
        public TakenIn takeEffect(Reading.Whole whole) {
            CommittedBatch merged = withdrawals.merge(arrival.permit(), staged);
            return new TakenIn.TakenBack(tally(whole), merged.vouched());
        }

        private TakenIn held(Reading.Whole whole, FindingCode because) {
            return new TakenIn.Held(tally(whole), because, Optional.empty());
        }

        private Tally tally(Reading.Whole whole) {
            return whole.judged().tally().refusing(inVain.counts());
        }
    }
}
