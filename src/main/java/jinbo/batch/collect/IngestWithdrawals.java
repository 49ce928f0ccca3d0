package jinbo.batch.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jinbo.batch.collect.FileIngester.IngestContext;
import jinbo.batch.validation.RowSink;
import jinbo.batch.validation.RowSink.LimitedRowSink;
import jinbo.batch.validation.UploadEncoding;
import jinbo.batch.validation.UploadValidationResult;
import jinbo.batch.validation.WithdrawalValidator;
import jinbo.batch.validation.WithdrawalValidator.WithdrawalRow;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.format.Tally;
import jinbo.exchange.openpgp.PlaintextReader;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.CommittedBatch;
import jinbo.registry.StagedWithdrawals;
import jinbo.registry.WithdrawalBatch;
import jinbo.registry.Withdrawals;
import jinbo.registry.inbound.FindingWriter;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** Ingests uploads by which insurers withdraw their own complaints. */
@Component
record IngestWithdrawals(
        MergeUpload mergeUpload, Withdrawals withdrawals, InboundFiles inbound, CollectSettings settings)
        implements FileIngester {

    @Override
    public boolean ingests(FileKind kind) {
        return kind == FileKind.WITHDRAWALS;
    }

    @Override
    public IngestResult ingest(IngestContext ingestContext) {
        return mergeUpload.merge(new OneFile(ingestContext));
    }

    private static FindingCode codeOf(Withdrawals.Fault fault) {
        return switch (fault) {
            case LINE_UNKNOWN -> FindingCode.LINE_UNKNOWN;
            case ALREADY_WITHDRAWN -> FindingCode.ALREADY_WITHDRAWN;
        };
    }

    private static WithdrawalBatch batchOf(IngestContext ingestContext) {
        return new WithdrawalBatch(
                Optional.of(ingestContext.file().id()),
                ingestContext.insurer().id(),
                ingestContext.registeredAt(),
                BusinessTime.dateOf(ingestContext.registeredAt()));
    }

    private final class OneFile implements RowUpload {

        private final IngestContext ingestContext;
        private final WithdrawalValidator validator;
        private IneffectiveRows ineffective = new IneffectiveRows();

        OneFile(IngestContext ingestContext) {
            this.ingestContext = ingestContext;
            this.validator = new WithdrawalValidator(
                    ingestContext.insurer().code(), settings.limits().intake());
        }

        @Override
        public InboundFile file() {
            return ingestContext.file();
        }

        @Override
        public Staging stage(UploadEncoding encoding, FindingWriter findings) {
            ineffective = new IneffectiveRows();
            StagedWithdrawals staged = withdrawals.stage(ingestContext.permit(), batchOf(ingestContext));
            UploadNameCache uploads = new UploadNameCache(inbound);
            boolean released = ingestContext.release().isPresent();
            LimitedRowSink<WithdrawalRow> sink = new LimitedRowSink<>(
                    RowSink.of(
                            row -> uploads.accepted(row.file())
                                    .ifPresentOrElse(
                                            upload -> staged.add(row.line(), upload, row.withdrawnLine()),
                                            () -> ineffective.add(FindingCode.FILE_UNKNOWN, row.line())),
                            findings::add),
                    released ? Long.MAX_VALUE : settings.hold().maxWithdrawals());
            return new Staging() {
                @Override
                public UploadValidationResult read(InputStream clear) throws IOException {
                    return validator.validate(clear, encoding, sink);
                }

                /** Searches the registry for the result; the savepoint undoes that for a held upload. */
                @Override
                public Optional<IngestResult> withoutEffect(ReadRows.Result.Complete whole) {
                    if (sink.hasMore()) {
                        return Optional.of(held(whole, FindingCode.UNUSUAL_VOLUME));
                    }
                    long found = withdrawals.find(
                            ingestContext.permit(), staged, (fault, line) -> ineffective.add(codeOf(fault), line));
                    return released
                            ? Optional.empty()
                            : settings.hold().reasonToHold(tally(whole), found).map(because -> held(whole, because));
                }

                @Override
                public boolean lacksFindings() {
                    return !ineffective.isEmpty();
                }

                @Override
                public IngestResult takeEffect(ReadRows.Result.Complete whole) {
                    CommittedBatch merged = withdrawals.merge(ingestContext.permit(), staged);
                    return new IngestResult.Withdrawn(tally(whole), merged.vouched());
                }
            };
        }

        @Override
        public PlaintextReader<UploadValidationResult> rereadFindings(UploadEncoding encoding, FindingWriter findings) {
            return clear -> validator.validate(
                    clear, encoding, RowSink.of(row -> ineffective.of(row).ifPresent(findings::add), findings::add));
        }

        private IngestResult held(ReadRows.Result.Complete whole, FindingCode because) {
            return new IngestResult.Held(tally(whole), because, Optional.empty());
        }

        private Tally tally(ReadRows.Result.Complete whole) {
            return whole.judged().tally().refusing(ineffective.counts());
        }
    }

    /** Caches the ids of uploads by stem: usually many rows name the same one, but an upload may name a million. */
    static final class UploadNameCache {

        private static final int REMEMBERED = 1_000;

        private final InboundFiles inbound;
        private final Map<String, Optional<Long>> cached = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Optional<Long>> eldest) {
                return size() > REMEMBERED;
            }
        };

        UploadNameCache(InboundFiles inbound) {
            this.inbound = inbound;
        }

        /**
         * Finds the id of the upload with this stem, if one of its rows was accepted.
         *
         * @throws UploadWithoutVerdictException if it has no verdict yet
         */
        Optional<Long> accepted(String stem) {
            return cached.computeIfAbsent(
                    stem,
                    name -> InboundFileName.parseMentioned(name)
                            .flatMap(this::accepted)
                            .map(InboundFile::id));
        }

        private Optional<InboundFile> accepted(InboundFileName name) {
            Optional<InboundFile> accepted = inbound.accepted(name);
            if (accepted.isEmpty()
                    && inbound.unarchived(name.insurer(), name.fileName())
                            .filter(file -> file.verdict().isEmpty())
                            .isPresent()) {
                throw new UploadWithoutVerdictException(name);
            }
            return accepted;
        }
    }

    /** A file withdraws rows of an upload that has no verdict yet, so it must wait for that upload. */
    static final class UploadWithoutVerdictException extends RuntimeException {

        UploadWithoutVerdictException(InboundFileName upload) {
            super("It withdraws rows of " + upload.fileName() + ", which has no verdict yet, and waits for that");
        }
    }
}
