package jinbo.job.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jinbo.cases.TakeAnswers;
import jinbo.envelope.ClearTextReader;
import jinbo.exchange.FileKind;
import jinbo.exchange.FindingCode;
import jinbo.exchange.Tally;
import jinbo.inbound.FindingWriter;
import jinbo.inbound.InboundFile;
import jinbo.intake.CaseAnswerJudge;
import jinbo.intake.Judgement;
import jinbo.intake.UploadEncoding;
import org.springframework.stereotype.Component;

/** Takes in files of answers: each sound row is what the insurer says of one case. */
@Component
class TakeInCaseAnswers implements TakeInKind {

    /** Each row looks its case up, in one transaction, and nobody is asked about so many in years. */
    private static final long MOST_ROWS = 10_000;

    private final MergeUpload mergeUpload;
    private final TakeAnswers takeAnswers;
    private final HoldUpload holdUpload;
    private final CollectSettings settings;

    TakeInCaseAnswers(
            MergeUpload mergeUpload, TakeAnswers takeAnswers, HoldUpload holdUpload, CollectSettings settings) {
        this.mergeUpload = mergeUpload;
        this.takeAnswers = takeAnswers;
        this.holdUpload = holdUpload;
        this.settings = settings;
    }

    @Override
    public FileKind kind() {
        return FileKind.CASE_ANSWERS;
    }

    @Override
    public TakenIn takeIn(Arrival arrival) {
        return mergeUpload.merge(new OneFile(arrival));
    }

    /** Held, it is undone: then nothing has been answered but what the caller's savepoint forgets. */
    private TakenIn decide(Arrival arrival, Tally asWritten, RowsInVain inVain) {
        Tally tally = asWritten.refusing(inVain.counts());
        Optional<FindingCode> hold = arrival.release().isPresent() ? Optional.empty() : holdUpload.reason(tally, 0);
        return hold.<TakenIn>map(because -> new TakenIn.Held(tally, because, Optional.empty()))
                .orElseGet(() -> new TakenIn.Answered(tally));
    }

    /** One file of answers. */
    private final class OneFile implements UploadOfRows {

        private final Arrival arrival;
        private final CaseAnswerJudge judge;
        private RowsInVain inVain = new RowsInVain();

        OneFile(Arrival arrival) {
            this.arrival = arrival;
            this.judge = new CaseAnswerJudge(settings.limits().intake().withAtMost(MOST_ROWS));
        }

        @Override
        public InboundFile file() {
            return arrival.file();
        }

        @Override
        public Staging stage(UploadEncoding encoding, FindingWriter findings) {
            RowsInVain ofThisReading = new RowsInVain();
            inVain = ofThisReading;
            TakingAnswers sink = new TakingAnswers(takeAnswers, file(), ofThisReading, findings);
            return new Staging() {
                @Override
                public Judgement read(InputStream clear) throws IOException {
                    return judge.judge(clear, encoding, sink);
                }

                @Override
                public TakenIn decide(Reading.Whole whole) {
                    return TakeInCaseAnswers.this.decide(arrival, whole.judged().tally(), ofThisReading);
                }
            };
        }

        @Override
        public boolean findsAnew(TakenIn outcome) {
            return outcome instanceof TakenIn.Held;
        }

        @Override
        public ClearTextReader<Judgement> findAnew(UploadEncoding encoding, FindingWriter findings) {
            return clear -> judge.judge(clear, encoding, new FindingsOfAnswers(inVain, findings));
        }
    }
}
