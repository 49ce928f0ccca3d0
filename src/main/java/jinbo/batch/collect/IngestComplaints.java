package jinbo.batch.collect;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.batch.collect.FileIngester.IngestContext;
import jinbo.batch.validation.ComplaintValidator;
import jinbo.batch.validation.ComplaintValidator.ComplaintRow;
import jinbo.batch.validation.ComplaintValidator.UploadContext;
import jinbo.batch.validation.HoldRules.UploadHistory;
import jinbo.batch.validation.RowSink;
import jinbo.batch.validation.RowSink.LimitedRowSink;
import jinbo.batch.validation.SoldLines;
import jinbo.batch.validation.UploadEncoding;
import jinbo.batch.validation.UploadValidationResult;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.openpgp.PlaintextReader;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.reference.calendar.WorkdayCalendar;
import jinbo.reference.phone.Segments;
import jinbo.registry.CommittedBatch;
import jinbo.registry.ComplaintBatch;
import jinbo.registry.GracePeriod;
import jinbo.registry.Registry;
import jinbo.registry.StagedComplaints;
import jinbo.registry.inbound.AcceptedUploadCount;
import jinbo.registry.inbound.FindingWriter;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.Verdicts;
import org.springframework.stereotype.Component;

/** Ingests uploads of complaints, whose rows become registrations. */
@Component
record IngestComplaints(
        MergeUpload mergeUpload,
        Registry registry,
        Verdicts verdicts,
        Segments segments,
        BusinessLines lines,
        CollectSettings settings,
        Calendars calendars,
        GracePeriod gracePeriod)
        implements FileIngester {

    @Override
    public boolean ingests(FileKind kind) {
        return kind == FileKind.COMPLAINTS;
    }

    /** @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the blocks' first day */
    @Override
    public IngestResult ingest(IngestContext ingestContext) {
        return mergeUpload.merge(new Complaints(
                ingestContext, batchOf(ingestContext.file(), ingestContext.insurer(), ingestContext.registeredAt())));
    }

    private UploadValidationResult judge(
            InputStream clear, InboundFile file, SoldLines sold, UploadEncoding encoding, RowSink<ComplaintRow> sink)
            throws IOException {
        UploadContext context = UploadContext.firstReading(
                        BusinessTime.dateOf(file.receivedAt()), sold, settings.allNeedsConsent())
                .withEncoding(encoding);
        return new ComplaintValidator(
                        segments.current()::regionOf, settings.limits().intake())
                .validate(clear, context, sink);
    }

    private UploadHistory historyOf(InsurerCode insurer) {
        AcceptedUploadCount accepted = verdicts.countAcceptedUploads(insurer);
        return new UploadHistory(accepted.files(), accepted.averageRows());
    }

    private SoldLines soldLines(Insurer insurer, ComplaintBatch batch) {
        Set<LineCode> open = batch.lines().stream().map(LineParticipation::code).collect(Collectors.toSet());
        Set<LineCode> sold = insurer.linesOn(batch.registeredOn()).stream()
                .map(LineParticipation::code)
                .collect(Collectors.toSet());
        Set<LineCode> all = lines.all().stream().map(BusinessLine::code).collect(Collectors.toSet());
        return new SoldLines(open, sold, all);
    }

    /** Finds an earlier upload with the same content. Uploads without rows are all alike, but each is a new report. */
    private Optional<String> sameContentAs(InboundFile file, ReadRows.Result.Complete whole) {
        return whole.judged().tally().rows() == 0
                ? Optional.empty()
                : verdicts.findSameContent(file, whole.contentMac());
    }

    private ComplaintBatch batchOf(InboundFile file, Insurer insurer, Instant registeredAt) {
        LocalDate registeredOn = BusinessTime.dateOf(registeredAt);
        WorkdayCalendar calendar = calendars.current();
        return new ComplaintBatch(
                file.id(),
                insurer.code(),
                insurer.id(),
                insurer.openLinesOn(registeredOn),
                registeredAt,
                registeredOn,
                gracePeriod.effectiveOn(registeredOn, calendar),
                calendar.version());
    }

    private final class Complaints implements RowUpload {

        private final IngestContext ingestContext;
        private final ComplaintBatch batch;
        private final SoldLines sold;

        Complaints(IngestContext ingestContext, ComplaintBatch batch) {
            this.ingestContext = ingestContext;
            this.batch = batch;
            this.sold = soldLines(ingestContext.insurer(), batch);
        }

        @Override
        public InboundFile file() {
            return ingestContext.file();
        }

        @Override
        public Staging stage(UploadEncoding encoding, FindingWriter findings) {
            StagedComplaints staged = registry.stage(ingestContext.permit(), batch);
            UploadHistory history = historyOf(file().insurer());
            boolean released = ingestContext.release().isPresent();
            LimitedRowSink<ComplaintRow> sink = new LimitedRowSink<>(
                    RowSink.of(
                            row -> staged.add(
                                    row.line(),
                                    row.mobile(),
                                    row.complaint(),
                                    row.complainedOn(),
                                    row.businessLine(),
                                    row.scope(),
                                    row.term()),
                            findings::add),
                    released ? Long.MAX_VALUE : settings.hold().maxRows(history));
            return new Staging() {
                @Override
                public UploadValidationResult read(InputStream clear) throws IOException {
                    return judge(clear, file(), sold, encoding, sink);
                }

                @Override
                public Optional<IngestResult> withoutEffect(ReadRows.Result.Complete whole) {
                    Optional<String> earlier = sameContentAs(file(), whole);
                    if (earlier.isPresent()) {
                        return Optional.of(new IngestResult.Refused(
                                Finding.ofFile(FindingCode.ALREADY_RECEIVED), "same content as " + earlier.get()));
                    }
                    return released
                            ? Optional.empty()
                            : settings.hold()
                                    .reasonToHold(whole.judged(), history)
                                    .map(because -> new IngestResult.Held(
                                            whole.judged().tally(), because, Optional.of(whole.contentMac())));
                }

                @Override
                public IngestResult takeEffect(ReadRows.Result.Complete whole) {
                    if (sink.hasMore()) {
                        throw new IllegalStateException("Not all rows of " + file().shownName() + " are staged");
                    }
                    CommittedBatch merged = registry.merge(ingestContext.permit(), staged);
                    return new IngestResult.Merged(
                            whole.judged().tally(), staged.effectiveOn(), merged.vouched(), whole.contentMac());
                }
            };
        }

        @Override
        public PlaintextReader<UploadValidationResult> rereadFindings(UploadEncoding encoding, FindingWriter findings) {
            // rows become registrations only when the upload is released
            return clear -> judge(clear, file(), sold, encoding, RowSink.of(row -> {}, findings::add));
        }
    }
}
