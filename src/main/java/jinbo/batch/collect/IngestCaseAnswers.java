package jinbo.batch.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.batch.collect.FileIngester.IngestContext;
import jinbo.batch.validation.CaseAnswerValidator;
import jinbo.batch.validation.CaseAnswerValidator.CaseAnswerRow;
import jinbo.batch.validation.RowSink;
import jinbo.batch.validation.UploadEncoding;
import jinbo.batch.validation.UploadValidationResult;
import jinbo.cases.RecordCaseAnswers;
import jinbo.cases.RecordCaseAnswers.SubmittedAnswer;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.Tally;
import jinbo.exchange.openpgp.PlaintextReader;
import jinbo.registry.inbound.FindingWriter;
import jinbo.registry.inbound.InboundFile;
import org.springframework.stereotype.Component;

/** Ingests uploads with insurers' answers in cases. */
@Component
record IngestCaseAnswers(MergeUpload mergeUpload, RecordCaseAnswers recordCaseAnswers, CollectSettings settings)
        implements FileIngester {

    /** A limit, because each row needs a query; an insurer gets far fewer questions in years. */
    private static final long MAX_ROWS = 10_000;

    @Override
    public boolean ingests(FileKind kind) {
        return kind == FileKind.CASE_ANSWERS;
    }

    @Override
    public IngestResult ingest(IngestContext ingestContext) {
        return mergeUpload.merge(new OneFile(ingestContext));
    }

    private static FindingCode codeOf(RecordCaseAnswers.Outcome taken) {
        return switch (taken) {
            case CASE_UNKNOWN -> FindingCode.CASE_UNKNOWN;
            case CASE_NOT_WAITING -> FindingCode.CASE_NOT_WAITING;
            case UNIT_NOT_REGISTERED -> FindingCode.UNIT_NOT_REGISTERED;
            case RECORDED -> throw new IllegalArgumentException("An answer that was taken has no finding");
        };
    }

    private static IneffectiveRows ineffective(
            List<SubmittedAnswer> answers, Function<SubmittedAnswer, RecordCaseAnswers.Outcome> take) {
        IneffectiveRows ineffective = new IneffectiveRows();
        for (SubmittedAnswer given : answers) {
            RecordCaseAnswers.Outcome taken = take.apply(given);
            if (taken != RecordCaseAnswers.Outcome.RECORDED) {
                ineffective.add(codeOf(taken), given.line());
            }
        }
        return ineffective;
    }

    private final class OneFile implements RowUpload {

        private final IngestContext ingestContext;
        private final CaseAnswerValidator validator;
        private IneffectiveRows ineffective = new IneffectiveRows();

        OneFile(IngestContext ingestContext) {
            this.ingestContext = ingestContext;
            this.validator = new CaseAnswerValidator(settings.limits().intake().withMaxRows(MAX_ROWS));
        }

        @Override
        public InboundFile file() {
            return ingestContext.file();
        }

        @Override
        public Staging stage(UploadEncoding encoding, FindingWriter findings) {
            CaseAnswerStagingSink staged = new CaseAnswerStagingSink(file());
            return new Staging() {
                @Override
                public UploadValidationResult read(InputStream clear) throws IOException {
                    return validator.validate(clear, encoding, staged);
                }

                /** Checks the rows by the present state of the cases, without recording an answer. */
                @Override
                public Optional<IngestResult> withoutEffect(ReadRows.Result.Complete whole) {
                    ineffective = ineffective(staged.answers(), recordCaseAnswers::look);
                    Tally tally = whole.judged().tally().refusing(ineffective.counts());
                    return ingestContext.release().isPresent()
                            ? Optional.empty()
                            : settings.hold()
                                    .reasonToHold(tally, 0)
                                    .map(because -> new IngestResult.Held(tally, because, Optional.empty()));
                }

                @Override
                public IngestResult takeEffect(ReadRows.Result.Complete whole) {
                    ineffective =
                            ineffective(staged.answers(), answer -> recordCaseAnswers.take(answer, Actor.batch()));
                    staged.writeFindings(ineffective, findings);
                    return new IngestResult.Answered(whole.judged().tally().refusing(ineffective.counts()));
                }
            };
        }

        @Override
        public PlaintextReader<UploadValidationResult> rereadFindings(UploadEncoding encoding, FindingWriter findings) {
            return clear -> validator.validate(
                    clear,
                    encoding,
                    RowSink.of(
                            row -> ineffective
                                    .reasonOf(row.line())
                                    .map(code -> CaseAnswerRow.refused(code, row.line()))
                                    .ifPresent(findings::add),
                            findings::add));
        }
    }

    /** Keeps the answers of a file and their findings in memory; they are few and short. */
    static final class CaseAnswerStagingSink implements RowSink<CaseAnswerRow> {

        private final InboundFile file;
        private final List<SubmittedAnswer> answers = new ArrayList<>();
        private final List<Finding> found = new ArrayList<>();

        CaseAnswerStagingSink(InboundFile file) {
            this.file = file;
        }

        @Override
        public void accepted(CaseAnswerRow row) {
            answers.add(new SubmittedAnswer(
                    row.number(),
                    file.insurer(),
                    file.receivedAt(),
                    row.content(),
                    row.words(),
                    row.unit(),
                    row.salesperson(),
                    file.id(),
                    row.line()));
        }

        @Override
        public void found(Finding finding) {
            found.add(finding);
        }

        List<SubmittedAnswer> answers() {
            return answers;
        }

        /** Writes all findings in the order of the rows. */
        void writeFindings(IneffectiveRows ineffective, FindingWriter findings) {
            Stream<Finding> ineffectiveRows = answers.stream()
                    .flatMap(answer -> ineffective.reasonOf(answer.line()).stream()
                            .map(code -> CaseAnswerRow.refused(code, answer.line())));
            Stream.concat(ineffectiveRows, found.stream())
                    .sorted(Comparator.comparingInt(finding -> finding.line().orElse(0)))
                    .forEach(findings::add);
            findings.flush();
        }
    }
}
