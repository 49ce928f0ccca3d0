package jinbo.batch.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jinbo.accesslog.Actor;
import jinbo.cases.GivenAnswer;
import jinbo.cases.TakeAnswers;
import jinbo.cases.TakenAnswer;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;
import jinbo.exchange.openpgp.ClearTextReader;
import jinbo.registry.inbound.FindingWriter;
import jinbo.registry.inbound.InboundFile;
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

    private static FindingCode codeOf(TakenAnswer taken) {
        return switch (taken) {
            case CASE_UNKNOWN -> FindingCode.CASE_UNKNOWN;
            case CASE_NOT_WAITING -> FindingCode.CASE_NOT_WAITING;
            case UNIT_NOT_REGISTERED -> FindingCode.UNIT_NOT_REGISTERED;
            case RECORDED -> throw new IllegalArgumentException("An answer that was taken has no finding");
        };
    }

    private static RowsInVain inVain(List<GivenAnswer> answers, Function<GivenAnswer, TakenAnswer> take) {
        RowsInVain inVain = new RowsInVain();
        for (GivenAnswer given : answers) {
            TakenAnswer taken = take.apply(given);
            if (taken != TakenAnswer.RECORDED) {
                inVain.add(codeOf(taken), given.line());
            }
        }
        return inVain;
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
            StagedAnswers staged = new StagedAnswers(file());
            return new Staging() {
                @Override
                public Judgement read(InputStream clear) throws IOException {
                    return judge.judge(clear, encoding, staged);
                }

                /** As the cases are at this moment: each is only looked at. */
                @Override
                public Optional<TakenIn> withoutEffect(Reading.Whole whole) {
                    inVain = inVain(staged.answers(), takeAnswers::look);
                    Tally tally = whole.judged().tally().refusing(inVain.counts());
                    return arrival.release().isPresent()
                            ? Optional.empty()
                            : holdUpload
                                    .reason(tally, 0)
                                    .map(because -> new TakenIn.Held(tally, because, Optional.empty()));
                }

                @Override
                public TakenIn takeEffect(Reading.Whole whole) {
                    inVain = inVain(staged.answers(), answer -> takeAnswers.take(answer, Actor.batch()));
                    staged.writeFindings(inVain, findings);
                    return new TakenIn.Answered(whole.judged().tally().refusing(inVain.counts()));
                }
            };
        }

        @Override
        public ClearTextReader<Judgement> findAnew(UploadEncoding encoding, FindingWriter findings) {
            return clear -> judge.judge(clear, encoding, new FindingsOfAnswers(inVain, findings));
        }
    }
}
