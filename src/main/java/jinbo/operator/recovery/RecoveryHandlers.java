package jinbo.operator.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.accesslog.Actor;
import jinbo.batch.BatchError;
import jinbo.batch.BatchException;
import jinbo.batch.Remark;
import jinbo.batch.collect.CollectReport;
import jinbo.batch.collect.ReingestUploads;
import jinbo.batch.reconciliation.VerifyRunChanges;
import jinbo.batch.recovery.Recoveries;
import jinbo.batch.recovery.Recovery;
import jinbo.batch.recovery.ScanAllInsurers;
import jinbo.batch.recovery.SettleRecovery;
import jinbo.batch.recovery.UnrecordedFile;
import jinbo.batch.recovery.UnrecordedFiles;
import jinbo.batch.recovery.UploadRecoveryStates;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.operator.recovery.RecoveryOperations.EndRecovery;
import jinbo.operator.recovery.RecoveryOperations.IngestUnrecordedFiles;
import jinbo.operator.recovery.RecoveryOperations.ListUnrecordedFiles;
import jinbo.operator.recovery.RecoveryOperations.NamedList;
import jinbo.operator.upload.Collected;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SequenceGap;

/** Carries out the {@link RecoveryOperations}. */
@OperationHandlers
record RecoveryHandlers(
        ScanAllInsurers scan,
        Recoveries recoveries,
        UnrecordedFiles unrecorded,
        UploadRecoveryStates states,
        ReingestUploads reingest,
        SettleRecovery settling,
        Insurers insurers,
        BlockLists lists,
        AssociationKeys keys,
        VerifyRunChanges changes) {

    private static final int PARALLEL_SCANS = 2;

    /**
     * @param left work that is left, because of which the recovery has not ended
     * @param gaps the sequences that the next lists skip
     */
    record RecoverySettled(long recovery, boolean settled, List<Remark> left, List<LostSequences> gaps)
            implements Incomplete {
        @Override
        public boolean complete() {
            return settled;
        }
    }

    /** @param chained true if the hash of the last lost manifest is known, so that the next manifest can name it */
    record LostSequences(InsurerCode insurer, int first, int last, boolean chained) {

        static LostSequences of(SequenceGap lost) {
            return new LostSequences(
                    lost.insurer(),
                    lost.first(),
                    lost.last(),
                    lost.lastManifestSha256().isPresent());
        }

        @Derived
        int next() {
            return last + 1;
        }
    }

    @Handles
    UnrecordedList list(ListUnrecordedFiles input) {
        ScanAllInsurers.Result scanned = scan.look(PARALLEL_SCANS);
        return new UnrecordedList(
                recoveries.all().stream()
                        .map(recovery -> UnrecordedList.OfRecovery.of(recovery, unrecorded, states))
                        .toList(),
                scanned.failedScans().entrySet().stream()
                        .map(problem -> new Remark(problem.getKey(), problem.getValue()))
                        .toList());
    }

    @Previews
    Outline would(IngestUnrecordedFiles input) {
        input.insurer().ifPresent(insurers::get);
        return Outline.of(
                "recovery-ingest",
                input.file().or(() -> input.insurer().map(InsurerCode::value)).orElse("*"));
    }

    @Handles
    Collected ingest(IngestUnrecordedFiles input, Actor by) {
        keys.requireOpen();
        List<Insurer> wanted = input.insurer().map(insurers::get).map(List::of).orElseGet(insurers::all);
        List<Insurer> from = wanted.stream().filter(Insurer::isActive).toList();
        String reason = input.reason().text();
        if (input.insurer().isPresent() && from.isEmpty()) {
            return Collected.of(reingest.reingest(from, reason, by), changes)
                    .with(
                            input.insurer().get(),
                            "it is suspended or has left, so nothing is fetched from it; a suspended insurer can be resumed");
        }
        CollectReport report = input.file()
                .map(name -> reingest.reingest(from, name, reason, by))
                .orElseGet(() -> reingest.reingest(from, reason, by));
        return Collected.of(report, changes);
    }

    @Previews
    Outline would(EndRecovery input) {
        List<NamedList> unrecordedLists = unrecordedLists(input);
        if (unrecordedLists.isEmpty() && recoveries.open().isEmpty()) {
            throw new BatchException(BatchError.NOTHING_TO_SETTLE);
        }
        String key = input.force() ? "recovery-settle-force" : "recovery-settle";
        return unrecordedLists.isEmpty()
                ? Outline.of(key)
                : Outline.of(
                        key + "-holds",
                        unrecordedLists.stream().map(NamedList::toString).collect(Collectors.joining(", ")));
    }

    private List<NamedList> unrecordedLists(EndRecovery input) {
        input.holds().forEach(list -> insurers.get(list.manifest().insurer()));
        return input.holds().stream()
                .filter(list -> list.manifest().sequence()
                        >= lists.next(list.manifest().insurer()).sequence())
                .toList();
    }

    @Handles
    RecoverySettled settle(EndRecovery input, Actor by) {
        unrecordedLists(input).stream()
                .map(NamedList::manifest)
                .forEach(list -> settling.holds(list.insurer(), list.sequence()));
        SettleRecovery.Outcome outcome = settling.settle(input.reason().text(), input.force(), by);
        return new RecoverySettled(
                outcome.recovery().id(),
                !outcome.recovery().isOpen(),
                outcome.left(),
                outcome.gaps().stream().map(LostSequences::of).toList());
    }

    /** @param problems the insurers whose drops could not be scanned */
    record UnrecordedList(List<OfRecovery> recoveries, List<Remark> problems) implements Incomplete {

        private static final int MOST = 10_000;

        record LostFile(
                InsurerCode insurer,
                UnrecordedFile.Kind kind,
                String file,
                long size,
                Instant modifiedAt,
                Optional<UploadRecoveryStates.State> state) {

            static LostFile of(UnrecordedFile file, UploadRecoveryStates uploads) {
                return new LostFile(
                        file.insurer(),
                        file.kind(),
                        file.name(),
                        file.size(),
                        file.modified(),
                        Optional.of(file)
                                .filter(any -> any.kind() == UnrecordedFile.Kind.UPLOAD)
                                .map(uploads::of));
            }
        }

        record OfRecovery(
                long number,
                Instant noticedAt,
                InsurerCode firstInsurer,
                String firstSeen,
                Optional<Recovery.Evidence> corroboration,
                Optional<Instant> settledAt,
                Optional<String> settledBy,
                Optional<String> reason,
                Optional<Boolean> force,
                long count,
                List<LostFile> files) {

            enum Standing {
                SUSPECTED,
                OPEN,
                SETTLED,
                GIVEN_UP
            }

            static OfRecovery of(Recovery recovery, UnrecordedFiles unrecordedFiles, UploadRecoveryStates uploads) {
                return new OfRecovery(
                        recovery.id(),
                        recovery.noticedAt(),
                        recovery.insurer(),
                        recovery.seen(),
                        recovery.corroboration(),
                        recovery.settled().map(Recovery.Settlement::at),
                        recovery.settled().map(Recovery.Settlement::by),
                        recovery.settled().map(Recovery.Settlement::reason),
                        recovery.settled().map(Recovery.Settlement::force),
                        unrecordedFiles.count(recovery),
                        unrecordedFiles.of(recovery, MOST).stream()
                                .map(file -> LostFile.of(file, uploads))
                                .toList());
            }

            @Derived
            Standing standing() {
                return force.map(givenUp -> givenUp ? Standing.GIVEN_UP : Standing.SETTLED)
                        .orElse(corroboration.isEmpty() ? Standing.SUSPECTED : Standing.OPEN);
            }

            @Derived
            List<LostFile> waiting() {
                return settledAt.isPresent() ? List.of() : files;
            }
        }

        @Override
        public boolean complete() {
            return problems.isEmpty();
        }
    }
}
